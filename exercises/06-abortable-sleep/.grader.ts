import { exercise } from "../../graders/vitest.ts";

exercise("06-abortable-sleep");

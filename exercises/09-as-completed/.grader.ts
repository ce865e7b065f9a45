import { exercise } from "../../graders/vitest.ts";

exercise("09-as-completed");

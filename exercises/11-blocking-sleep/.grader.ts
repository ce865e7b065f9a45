import { exercise } from "../../graders/vitest.ts";

exercise("11-blocking-sleep");

import { exercise } from "../../graders/vitest.ts";

exercise("14-run-in-executor");

import { exercise } from "../../graders/vitest.ts";

exercise("10-first-success");

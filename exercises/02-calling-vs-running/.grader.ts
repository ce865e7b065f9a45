import { exercise } from "../../graders/vitest.ts";

exercise("02-calling-vs-running");

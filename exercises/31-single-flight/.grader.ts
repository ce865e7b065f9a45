import { exercise } from "../../graders/vitest.ts";

exercise("31-single-flight");

import { exercise } from "../../graders/vitest.ts";

exercise("22-background-tasks");

import { exercise } from "../../graders/vitest.ts";

exercise("23-task-group");

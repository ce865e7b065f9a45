import { exercise } from "../../graders/vitest.ts";

exercise("17-nested-loops");

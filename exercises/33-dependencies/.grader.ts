import { exercise } from "../../graders/vitest.ts";

exercise("33-dependencies");

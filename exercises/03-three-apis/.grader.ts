import { exercise } from "../../graders/vitest.ts";

exercise("03-three-apis");

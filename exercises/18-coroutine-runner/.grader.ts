import { exercise } from "../../graders/vitest.ts";

exercise("18-coroutine-runner");

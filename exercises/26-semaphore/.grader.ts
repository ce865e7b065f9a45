import { exercise } from "../../graders/vitest.ts";

exercise("26-semaphore");

import { exercise } from "../../graders/vitest.ts";

exercise("30-retry-with-backoff");

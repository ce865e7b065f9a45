import { exercise } from "../../graders/vitest.ts";

exercise("29-rate-limiter");

import { exercise } from "../../graders/vitest.ts";

exercise("16-mixed-libraries");

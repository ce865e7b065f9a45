# Grades submissions in a container: its arguments are those of `npm run grade`. README.md says how to run it.
FROM node:22-slim
# bubblewrap: the sandbox's outermost layer. libatomic1: the Node that grades, which npm ci brings, needs it.
RUN apt-get update \
 && apt-get install -y --no-install-recommends bubblewrap libatomic1 \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /dojo
COPY package.json package-lock.json .npmrc ./
COPY .husky/install.mjs .husky/
RUN npm ci --omit=dev && npm cache clean --force
COPY . .
# What is built at the first grading is built now: whoever grades here may read all of this, and change nothing.
RUN node_modules/.bin/node scripts/grade.ts examples/class --only 01 --out /tmp/trial && rm -rf /tmp/trial
USER node
ENTRYPOINT ["/dojo/node_modules/.bin/node", "/dojo/scripts/grade.ts"]

# The resource node. Build from the root of the repository:
#   docker build -f cmd/aegisd/deploy/aegis-resource.Dockerfile -t aegis-resource .
# Nobody has built this image in the project's own tests: they have no image registry.
FROM node:20-bookworm AS build
WORKDIR /opt/aegisai
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN node -e "import('./cmd/setup/build.mjs').then(async (m) => m.ensureBuild({ log: (await import('./cmd/setup/log.mjs')).createLog({ heartbeatMs: 60000 }) }))" \
  && npm prune --omit=dev

FROM node:20-bookworm-slim
COPY --from=build /opt/aegisai /opt/aegisai
RUN useradd --system --create-home --home-dir /var/lib/aegis-resource aegis
USER aegis
ENV NODE_ENV=production
VOLUME ["/var/lib/aegis-resource", "/models"]
ENTRYPOINT ["node", "/opt/aegisai/build/cmd/aegis-resource/main.js"]
CMD ["start", "--home", "/var/lib/aegis-resource"]

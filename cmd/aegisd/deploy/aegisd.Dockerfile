# The node. Build from the root of the repository:
#   docker build -f cmd/aegisd/deploy/aegisd.Dockerfile -t aegisd .
# Nobody has built this image in the project's own tests: they have no image registry.
FROM golang:1.22-bookworm AS engine
COPY cmd/cometbft /src
WORKDIR /src
RUN go build -o /cometbft github.com/cometbft/cometbft/cmd/cometbft

FROM node:20-bookworm AS build
WORKDIR /opt/aegisai
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN node -e "import('./cmd/setup/build.mjs').then(async (m) => m.ensureBuild({ log: (await import('./cmd/setup/log.mjs')).createLog({ heartbeatMs: 60000 }) }))" \
  && npm prune --omit=dev

FROM node:20-bookworm-slim
COPY --from=engine /cometbft /usr/local/bin/cometbft
COPY --from=build /opt/aegisai /opt/aegisai
RUN useradd --system --create-home --home-dir /var/lib/aegisd aegis
USER aegis
ENV AEGISD_HOME=/var/lib/aegisd COMETBFT_BIN=/usr/local/bin/cometbft NODE_ENV=production
VOLUME /var/lib/aegisd
EXPOSE 26656 26657 1317 9090
ENTRYPOINT ["node", "/opt/aegisai/build/cmd/aegisd/main.js"]
CMD ["start"]

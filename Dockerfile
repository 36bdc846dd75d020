# The twin as an image: built where the compiler is, run where it is not.
FROM node:24-alpine AS build
WORKDIR /gatetwin
# By themselves first, so that a change of the sources does not fetch them again. They come as they are locked; their own
# install scripts are not needed, and the build is our own.
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build --silent
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-alpine
WORKDIR /gatetwin
COPY --from=build /gatetwin/package.json ./
COPY --from=build /gatetwin/node_modules ./node_modules
COPY --from=build /gatetwin/bin ./bin
COPY --from=build /gatetwin/dist ./dist
COPY --from=build /gatetwin/generated ./generated
COPY --from=build /gatetwin/fixtures/scenarios ./fixtures/scenarios
ENV NODE_ENV=production
USER node
EXPOSE 4010
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 CMD ["node", "-e", "fetch('http://127.0.0.1:4010/__gatetwin/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node is the first process of the container: it must be asked to end, and `serve` listens for SIGTERM.
ENTRYPOINT ["node", "bin/gatetwin.js"]
CMD ["serve", "--host", "0.0.0.0", "--port", "4010"]

# Builds the application and runs it as a user without rights. Its data is in the volume /data, unless
# COUNTERSIGN_DB_URL names a PostgreSQL. The README lists the settings.
FROM docker.io/library/maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY contracts-templates contracts-templates
COPY src src
RUN mvn package -Dmaven.test.skip=true -Dspotless.check.skip=true

FROM docker.io/library/eclipse-temurin:17-jre
RUN groupadd --system --gid 10001 countersign \
 && useradd --system --uid 10001 --gid countersign --no-create-home --shell /usr/sbin/nologin countersign \
 && install -d -o countersign -g countersign -m 0700 /data
WORKDIR /app
COPY --from=build /build/target/server/payara-micro.jar /build/target/countersign.war ./
COPY --from=build /build/target/classes classes
USER countersign
ENV COUNTERSIGN_BIND=0.0.0.0 \
    COUNTERSIGN_PORT=8080 \
    COUNTERSIGN_DATA_DIR=/data \
    COUNTERSIGN_DEMO=false
EXPOSE 8080
VOLUME /data
HEALTHCHECK --interval=30s --timeout=10s --start-period=90s \
  CMD ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", "classes", "app.countersign.launch.Health"]
ENTRYPOINT ["java", "-Xmx32m", "-XX:+UseSerialGC", "-cp", "classes", "app.countersign.launch.Launcher", "payara-micro.jar", "countersign.war"]

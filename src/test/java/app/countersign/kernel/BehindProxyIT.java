package app.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.Person;
import app.countersign.it.RunningApplication;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Behind a proxy that ends TLS: people come over https, from addresses that the proxy tells. */
class BehindProxyIT {

    private static EmbeddedPostgres postgres;
    private static RunningApplication application;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        application = RunningApplication.with(Map.of(
                "db.url",
                postgres.getJdbcUrl("postgres", "postgres"),
                "db.user",
                "postgres",
                "base.url",
                "https://dpa.example.com",
                "proxy",
                "127.0.0.1, 10.0.0.0/8"));
    }

    @AfterAll
    static void stop() throws IOException {
        application.close();
        postgres.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/nothing", "/api/v1/contracts", "/health/ready", "/favicon.svg"})
    void everyAnswerTellsTheBrowserToStayWithTls(String path) {
        assertThat(new Person(application).get(path).headers().firstValue("Strict-Transport-Security"))
                .hasValue("max-age=31536000; includeSubDomains");
    }

    @Test
    void cookiesGoOverTlsAndToThisHostOnly() {
        List<String> cookies =
                new Person(application).get("/sign-in?lang=de").headers().allValues("Set-Cookie");

        assertThat(cookies)
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .matches("__Host-(countersign|lang)=.*")
                        .contains("; Secure", "; HttpOnly", "Path=/")
                        .containsPattern("(?i)samesite=lax")
                        .doesNotContainIgnoringCase("domain="));
    }

    @Test
    void redirectsDoNotLeaveTls() {
        HttpResponse<String> answer = new Person(application).get("/contract/list", "X-Forwarded-Proto", "https");

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).startsWith("/sign-in"));
    }

    @Test
    void theTrailSeesTheVisitorAndNotTheProxy() throws SQLException {
        register("198.51.100.7", "6.6.6.6, 198.51.100.7, 10.1.2.3");

        assertThat(trail()).anyMatch(row -> row.contains("198.51.100.7")).noneMatch(row -> row.contains("6.6.6.6"));
    }

    @Test
    void whatIsNoAddressStaysOutOfTheTrail() throws SQLException {
        register("evil", "198.51.100.9<script>");

        assertThat(trail()).noneMatch(row -> row.contains("script")).anyMatch(row -> row.contains("127.0.0.1"));
    }

    /** Anything that leaves a row. */
    private static void register(String name, String forwardedFor) {
        HttpResponse<String> answer = new Person(application)
                .send(
                        "/api/v1/organisations",
                        "POST",
                        "{\"name\": \"Hinter Proxy " + name
                                + " AG\", \"address\": \"Seestrasse 1, 8002 Zürich\", \"country\": \"CH\"}",
                        "Content-Type",
                        "application/json",
                        "Authorization",
                        "Bearer " + RunningApplication.API_KEY,
                        "X-Forwarded-For",
                        forwardedFor);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    /** All rows of the tables that belong to the trail, whatever their columns. */
    private static List<String> trail() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            List<String> tables = column(
                    connection, "select table_name from information_schema.tables where table_name like 'trail%'");
            assertThat(tables).isNotEmpty();
            for (String table : tables) {
                rows.addAll(column(connection, "select cast(t as text) from " + table + " t"));
            }
        }
        return rows;
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet found = connection.createStatement().executeQuery(query)) {
            while (found.next()) {
                values.add(found.getString(1));
            }
        }
        return values;
    }
}

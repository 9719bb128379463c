package app.countersign.webhook;

import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.made;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.access.DemoAccounts;
import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Patience;
import app.countersign.it.Session;
import app.countersign.it.SharedApplication;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookIT {

    private static final String HOOKS = "/api/v1/webhooks";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final ApiClient api = SharedApplication.get().api();
    private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private HttpServer receiver;

    private record Heard(String id, String timestamp, String signature, String body) {

        JsonObject json() {
            try (var reader = Json.createReader(new StringReader(body))) {
                return reader.readObject();
            }
        }
    }

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::answer);
        receiver.start();
    }

    @AfterEach
    void stopListening() {
        receiver.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        heard.add(new Heard(
                call.getRequestHeaders().getFirst("webhook-id"),
                call.getRequestHeaders().getFirst("webhook-timestamp"),
                call.getRequestHeaders().getFirst("webhook-signature"),
                new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        call.sendResponseHeaders(refused.getAndDecrement() > 0 ? 503 : 204, -1);
        call.close();
    }

    private JsonObjectBuilder hook(String label, String... events) {
        return Json.createObjectBuilder()
                .add("label", label)
                .add("url", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/pager")
                .add("processor", "oculavis")
                .add("events", Json.createArrayBuilder(List.of(events)));
    }

    @Test
    void aDeadlineThatFallsDueIsToldSignedAndAgainUnderTheSameIdUntilItIsTakenOver() {
        contractInForce();
        refused.set(1);
        JsonObject made = made(api.post(HOOKS, hook("Pager", "deadline.due").build()));

        made(api.post(
                "/api/v1/breaches",
                Json.createObjectBuilder()
                        .add("title", "Webhook")
                        .add(
                                "awareAt",
                                Instant.now().minus(Duration.ofHours(25)).toString())
                        .add("processors", Json.createArrayBuilder(List.of("oculavis")))
                        .build()));
        Patience.until("it was told twice", A_MINUTE, () -> likeTheFirst().size() > 1);

        List<Heard> calls = likeTheFirst();
        assertThat(calls)
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.signature()).isEqualTo(signature(made, call)));
        JsonObject data = calls.get(1).json().getJsonObject("data");
        assertThat(calls.get(1).json().getString("type")).isEqualTo("deadline.due");
        assertThat(data.getString("kind")).isEqualTo("notify-controller");
        assertThat(data.getString("clause")).isEqualTo("oculavis-dpa breach-1-b");
        assertThat(data.getString("alarm")).isEqualTo("due");
        assertThat(data.getString("summary")).contains("Due now", "tell the controller");
        assertThat(data.getString("href")).endsWith(data.getString("deadline"));
        String path = HOOKS + "/" + made.getString("id");
        Patience.until(
                "all came through",
                A_MINUTE,
                () -> calls(path).stream()
                        .allMatch(call -> call.getString("state").equals("delivered")));
        assertThat(good(api.get(path)).json()).doesNotContainKey("secret");
        assertThat(api.delete(path).status()).isEqualTo(204);
        problem(api.get(path), 404);
    }

    /** All attempts of the first call. */
    private List<Heard> likeTheFirst() {
        return heard.stream()
                .filter(call -> call.id().equals(heard.element().id()))
                .toList();
    }

    private void contractInForce() {
        made(api.post(
                "/api/v1/contracts",
                Agreements.request("oculavis-dpa", "Webhook GmbH")
                        .add(
                                "mainContractSignedOn",
                                Agreements.today().minusDays(9).toString())
                        .build()));
    }

    private static String signature(JsonObject made, Heard call) {
        byte[] secret = Base64.getDecoder().decode(made.getString("secret").substring(Signed.PREFIX.length()));
        return Signed.headers(
                        UUID.fromString(call.id()),
                        call.body(),
                        secret,
                        Instant.ofEpochSecond(Long.parseLong(call.timestamp())))
                .get("webhook-signature");
    }

    private List<JsonObject> calls(String path) {
        return good(api.get(path + "/calls")).json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    @Test
    void aTestShowsWhatComesOfIt() {
        refused.set(1);
        String path = HOOKS + "/"
                + made(api.post(HOOKS, hook("Probe", "deadline.met").build())).getString("id");

        Answer tried = api.post(path + "/test");
        assertThat(tried.status()).isEqualTo(202);
        Patience.until("it was tried", A_MINUTE, () -> calls(path).get(0).getInt("attempts") == 1);
        assertThat(calls(path).get(0).getString("state")).isEqualTo("waiting");
        assertThat(calls(path).get(0).getString("problem")).isEqualTo("Der Empfänger antwortete 503.");
        assertThat(good(api.get(path)).json().getBoolean("failing")).isTrue();

        // Another test tries what waits at once.
        api.post(path + "/test");
        Patience.until(
                "both came through",
                A_MINUTE,
                () -> calls(path).stream()
                        .allMatch(call -> call.getString("state").equals("delivered")));
        assertThat(heard).extracting(call -> call.json().getString("type")).containsOnly("test");
        assertThat(api.delete(path).status()).isEqualTo(204);
    }

    @Test
    void whatCannotBeIsRefusedBesideItsField() {
        for (String url : List.of(
                "",
                "pager",
                "http://93.184.215.14/",
                "https://10.0.0.1/",
                "https://u:p@93.184.215.14/",
                "https://[::ffff:10.0.0.1]/")) {
            Answer answer = problem(
                    api.post(HOOKS, hook("x", "deadline.due").add("url", url).build()), 422);
            assertThat(answer.text()).as(url).contains("\"url\"").doesNotContain("Exception");
        }
        problem(api.post(HOOKS, hook("", "deadline.due").build()), 422);
        problem(api.post(HOOKS, hook("x", "deadline.exploded").build()), 422);
        problem(api.post(HOOKS, hook("x").build()), 422);
        problem(
                api.post(
                        HOOKS,
                        hook("x", "deadline.due").add("processor", "nobody").build()),
                422);
        problem(api.get(HOOKS + "/x"), 404);
        problem(api.post(HOOKS + "/" + UUID.randomUUID() + "/test"), 404);
    }

    /** Alma answers for Okomo only; this one is of oculavis. */
    @Test
    void othersWebhooksAreNotThere() {
        String id = made(api.post(HOOKS, hook("Fremd", "deadline.met").build())).getString("id");
        String path = HOOKS + "/" + id;
        ApiClient alma = SharedApplication.get().api().withKey(DemoAccounts.keyOf("alma"));

        assertThat(good(alma.get(HOOKS)).text()).doesNotContain("Fremd");
        problem(alma.get(path), 404);
        problem(alma.get(path + "/calls"), 404);
        problem(alma.post(path + "/test"), 404);
        problem(alma.delete(path), 404);
        problem(alma.post(HOOKS, hook("x", "deadline.due").build()), 422);
        // Nor does she have others told of everybody's matters.
        problem(
                alma.post(
                        HOOKS,
                        Json.createObjectBuilder(hook("x", "deadline.due").build())
                                .remove("processor")
                                .build()),
                422);

        Session dora = Session.of(SharedApplication.get(), "dora", "72-Stunden-Uhr");
        assertThat(dora.get("/webhook/list?id=" + id).text()).contains("Fremd");
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(dora.get("/webhook/list?id=" + id).status()).isEqualTo(404);
    }
}

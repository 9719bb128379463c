package app.countersign.portal;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.ApiClient;
import app.countersign.it.SharedApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** A contract that was issued over the API to a customer of its own. */
record IssuedContract(ApiClient api, String id, String number, String token, Mailbox mailbox) {

    private static final int PATIENCE = 60;

    static IssuedContract okomo() {
        return of("okomo-dpa", null);
    }

    /** @param mainContractSignedOn null where there is none, or it is not known */
    static IssuedContract of(String template, String mainContractSignedOn) {
        ApiClient api = SharedApplication.get().api();
        String address = "erika@" + UUID.randomUUID() + ".example";
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("template", template)
                .add("language", "de")
                .add(
                        "controller",
                        Json.createObjectBuilder()
                                .add("name", "Käserei Őry & Söhne AG " + address.substring(6, 12))
                                .add("address", "Dorfstrasse 5\n3550 Langnau")
                                .add("country", "CH")
                                .add("email", address));
        if (mainContractSignedOn != null) {
            body.add("mainContractSignedOn", mainContractSignedOn);
        }
        JsonObject issued = issue(api, body.build());
        String url = issued.getString("portalUrl");
        return new IssuedContract(
                api,
                issued.getString("id"),
                issued.getString("number"),
                url.substring(url.lastIndexOf('/') + 1),
                new Mailbox(address));
    }

    /** The processors are made in the background after the start. */
    private static JsonObject issue(ApiClient api, JsonObject body) {
        ApiClient.Answer answer = api.post("/api/v1/contracts", body);
        for (int i = 0; i < PATIENCE && answer.status() == 409; i++) {
            pause();
            answer = api.post("/api/v1/contracts", body);
        }
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void signedOnPaper() {
        JsonObject page = Json.createObjectBuilder()
                .add("company", "Käserei Őry & Söhne AG")
                .add("address", "Dorfstrasse 5\n3550 Langnau")
                .add("person", "Erika Őry")
                .add("position", "Geschäftsführerin")
                .add("place", "Langnau")
                .add("date", LocalDate.now(ZoneId.of("Europe/Zurich")).toString())
                .build();
        assertThat(api.put(path("signature-page"), page).status()).isEqualTo(200);
    }

    void countersigned() {
        done("acceptance");
        done("countersignature");
    }

    void done(String what) {
        ApiClient.Answer answer = api.post(path(what));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    void done(String what, String reason) {
        JsonValue body = Json.createObjectBuilder().add("reason", reason).build();
        ApiClient.Answer answer = api.post(path(what), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    byte[] document(String kind) {
        ApiClient.Answer answer = api.get(path("documents/" + kind));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    JsonObject whole() {
        return api.get("/api/v1/contracts/" + id).json();
    }

    String state() {
        return whole().getString("state");
    }

    String path(String what) {
        return "/api/v1/contracts/" + id + "/" + what;
    }
}

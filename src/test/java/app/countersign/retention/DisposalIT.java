package app.countersign.retention;

import static app.countersign.it.Agreements.at;
import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.json;
import static app.countersign.it.Agreements.made;
import static app.countersign.it.Agreements.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Session;
import app.countersign.it.SharedApplication;
import app.countersign.kernel.Sha256;
import app.countersign.portal.Mailbox;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From the end of a contract to the written confirmation that the data is gone. */
class DisposalIT {

    private final ApiClient api = SharedApplication.get().api();
    private final Agreements agreements = new Agreements(api);

    @Test
    void theControllerChoosesByItsLinkFetchesItsDataAndGetsAConfirmation() throws IOException {
        Mailbox mailbox = new Mailbox("abwicklung-" + System.nanoTime() + "@kunde.example");
        JsonObject issued = made(api.post(
                "/api/v1/contracts",
                Json.createObjectBuilder()
                        .add("template", "okomo-dpa")
                        .add(
                                "controller",
                                json(Map.of(
                                        "name",
                                        "Abwicklung " + System.nanoTime() + " AG",
                                        "address",
                                        "Seestrasse 12, 8002 Zürich",
                                        "country",
                                        "CH",
                                        "email",
                                        mailbox.address())))
                        .build()));
        String id = issued.getString("id");
        String token = issued.getString("portalUrl").replaceFirst(".*/", "");
        assertThat(state(id).getBoolean("begun")).isFalse();
        end(id);

        JsonObject begun = state(id);
        assertThat(begun.getBoolean("begun")).isTrue();
        assertThat(begun.getString("dueOn")).isEqualTo(today().plusYears(1).toString());
        assertThat(begun.getString("clause")).isEqualTo("§ 4 Abs. 3");
        assertThat(api.withKey(null).get("/portal/data?link=" + token).status()).isEqualTo(404);

        choose(token);

        assertThat(state(id).getString("choice")).isEqualTo("return");
        assertThat(state(id).getString("chosenHow")).isEqualTo("link");
        Answer early = api.post(disposal(id, "/confirmation"));
        assertThat(early.status()).as(early.text()).isEqualTo(409);

        archiveIsWhatItsManifestSays(token, mailbox);
        List<JsonObject> deletions = state(id).getJsonArray("deletions").getValuesAs(JsonObject.class);
        assertThat(deletions).hasSize(3).anyMatch(one -> one.getString("title").equals("HubSpot"));
        assertThat(api.post(disposal(id, "/confirmation")).status()).isEqualTo(409);
        deletions.forEach(one -> good(api.post(
                "/api/v1/deletions/" + one.getString("id") + "/proof",
                json(Map.of("statement", "Gelöscht, Papierkorb geleert")))));

        good(api.post(disposal(id, "/confirmation")));

        Answer paper = api.get(at(id, "/documents/disposal"));
        assertThat(paper.contentType()).isEqualTo("application/pdf");
        assertThat(agreements.history(id))
                .containsSubsequence("disposal-begun", "disposal-chosen", "data-returned", "disposal-confirmed");
        assertThat(clocks(id)).contains("dispose-data met");
        assertThat(clocks(deletions.get(0).getString("id"))).containsExactly("delete-by-hand met");
        assertThat(api.post(disposal(id, "/confirmation")).status()).isEqualTo(409);
    }

    @Test
    void whatWasAgreedMovesTheDayAndWhatWeWereToldIsRecorded() {
        String id = agreements.accepted("360dialog-dpa", "Wahl der Frist " + System.nanoTime() + " GmbH");
        end(id);
        assertThat(state(id).getString("dueOn")).isEqualTo(today().plusDays(30).toString());
        assertThat(clocks(id)).containsExactly("dispose-data running");
        assertThat(state(id).getJsonArray("deletions")).hasSize(1);

        good(api.put(disposal(id, "/period"), json(Map.of("period", "P90D"))));

        assertThat(state(id).getString("dueOn")).isEqualTo(today().plusDays(90).toString());
        assertThat(clocks(id)).containsExactlyInAnyOrder("dispose-data waived", "dispose-data running");
        assertThat(Agreements.fields(api.put(disposal(id, "/period"), json(Map.of("period", "P1D")))))
                .containsExactly("period");
        assertThat(Agreements.fields(api.put(disposal(id, "/choice"), json(Map.of("choice", "delete")))))
                .containsExactly("remark");

        JsonObject told = good(api.put(
                        disposal(id, "/choice"), json(Map.of("choice", "delete", "remark", "Brief vom 1.12."))))
                .json();
        assertThat(told.getString("chosenHow")).isEqualTo("told");
        assertThat(told.getJsonArray("deletions")).hasSize(2);
    }

    /** It will lie among somebody's downloads, and go on by mail or on a stick. */
    @Test
    void whatOurOwnPeopleFetchIsLockedToo() throws IOException {
        String id = agreements.accepted("okomo-dpa", "Rückgabe " + System.nanoTime() + " GmbH");
        end(id);
        good(api.put(disposal(id, "/choice"), json(Map.of("choice", "return", "remark", "Brief vom 1.12."))));
        Session lena = Session.of(SharedApplication.get(), "lena", "Seite8-bitte!");
        String page = "/contract/view?id=" + id;
        Map<String, String> fields =
                new LinkedHashMap<>(Session.fields(lena.get(page).text()));
        fields.keySet().removeIf(name -> name.contains(":"));
        fields.put("exporting", "exporting");
        fields.put("exporting:reveal", "x");

        Matcher shown = Pattern.compile(
                        "id=\"passphrase\">([a-z2-9-]{29})<.*?href=\"([^\"]*/deletion/data.zip[^\"]*)\"",
                        Pattern.DOTALL)
                .matcher(lena.post(page, fields).text());

        assertThat(shown.find()).isTrue();
        String address = shown.group(2).replace("&amp;", "&").replaceFirst(".*/deletion", "/deletion");
        byte[] zip = good(lena.get(address)).body();
        assertThat(new String(zip, StandardCharsets.ISO_8859_1)).doesNotContain("contract-ended", "Rückgabe");
        assertThat(LockedZipTest.opened(zip, shown.group(1))).containsKeys("contract.json", "manifest.json");
        assertThatThrownBy(() -> LockedZipTest.opened(zip, "x" + shown.group(1)))
                .isInstanceOf(IOException.class);
        assertThat(lena.get("/deletion/data.zip?id=" + id).status()).isEqualTo(404);
        assertThat(lena.get(page).text()).doesNotContain("id=\"passphrase\"");
    }

    @Test
    void aDeletionByHandIsOrderedByAPromiseAndDroppedWithAReason() {
        List<JsonObject> promises = good(api.get("/api/v1/deletions/promises")).body().length == 0
                ? List.of()
                : Json.createReader(new ByteArrayInputStream(
                                api.get("/api/v1/deletions/promises").body()))
                        .readArray()
                        .getValuesAs(JsonObject.class);
        List<String> hotjar = promises.stream()
                .filter(one -> one.getString("data").equals("Hotjar"))
                .map(one -> one.getString("key"))
                .toList();
        assertThat(hotjar).hasSize(2);

        JsonObject order = made(api.post(
                "/api/v1/deletions", json(Map.of("promise", hotjar.get(0), "note", "Zwölf Monate, das Strengere"))));
        assertThat(order.getString("title")).isEqualTo("Hotjar");
        String one = "/api/v1/deletions/" + order.getString("id");
        good(api.put(one + "/assignee", json(Map.of("assignee", "Vera Weber"))));
        assertThat(Agreements.fields(api.post(one + "/drop", json(Map.of("reason", " ")))))
                .containsExactly("reason");
        good(api.post(one + "/drop", json(Map.of("reason", "Kein Konto mehr dort"))));

        assertThat(good(api.get(one)).json().getString("state")).isEqualTo("dropped");
        assertThat(clocks(order.getString("id"))).containsExactly("delete-by-hand waived");
        assertThat(Agreements.fields(api.post("/api/v1/deletions", json(Map.of("promise", "nothing")))))
                .containsExactly("promise");
    }

    private void end(String id) {
        if (agreements.whole(id).getString("state").equals("issued")) {
            good(api.put(at(id, "/signature-page"), Agreements.page("Abwicklung AG")));
            good(api.post(at(id, "/acceptance")));
        }
        good(api.post(at(id, "/countersignature")));
        if (agreements.whole(id).getString("state").equals("countersigned")) {
            good(api.put(at(id, "/main-contract"), json(Map.of("signedOn", today().toString()))));
        }
        JsonObject ended = good(api.post(
                        at(id, "/termination"), json(Map.of("kind", "extraordinary", "reason", "Verstoss gegen § 6"))))
                .json();
        assertThat(ended.getString("state")).isEqualTo("terminated");
    }

    private static void choose(String token) {
        press(token, "disposal", "return", Map.of());
    }

    private static Answer press(String token, String form, String button, Map<String, String> typed) {
        Session browser = Session.of(SharedApplication.get());
        String page = "/portal/contract?link=" + token;
        Map<String, String> fields =
                new LinkedHashMap<>(Session.fields(browser.get(page).text()));
        fields.keySet().removeIf(name -> name.contains(":"));
        fields.put(form, form);
        fields.put(form + ":" + button, "x");
        typed.forEach((name, value) -> fields.put(form + ":" + name, value));
        Answer answer = browser.post(page, fields);
        assertThat(answer.status()).as(answer.text()).isIn(200, 302);
        return answer;
    }

    /** A passphrase, and where the file is fetched that opens with it. */
    private static Matcher revealed(String token, Mailbox mailbox) {
        press(token, "unlock", "send", Map.of());
        String code = mailbox.code(1);
        String wrong = (code.charAt(0) == '1' ? '2' : '1') + code.substring(1);
        Map<String, String> typed = Map.of("code", code);
        assertThat(press(token, "unlock", "reveal", Map.of("code", wrong)).text())
                .contains("Das ist nicht der Code")
                .doesNotContain("id=\"passphrase\"");
        Matcher shown = Pattern.compile(
                        "id=\"passphrase\">([a-z2-9-]{29})<.*?href=\"([^\"]*/portal/data[^\"]*)\"", Pattern.DOTALL)
                .matcher(press(token, "unlock", "reveal", typed).text());
        assertThat(shown.find()).isTrue();
        return shown;
    }

    /** With the code from the mail the page shows a passphrase, which opens the file that is fetched beside it. */
    private void archiveIsWhatItsManifestSays(String token, Mailbox mailbox) throws IOException {
        Matcher first = revealed(token, mailbox);
        assertThat(api.withKey(null)
                        .get("/portal/data?link=" + token + "&ticket=x")
                        .status())
                .isEqualTo(404);
        byte[] zip = good(api.withKey(null)
                        .get(first.group(2).replace("&amp;", "&").replaceFirst(".*/portal", "/portal")))
                .body();
        assertThat(new String(zip, StandardCharsets.ISO_8859_1)).doesNotContain("contract-ended", "Abwicklung");
        assertThatThrownBy(() -> LockedZipTest.opened(zip, "x" + first.group(1)))
                .isInstanceOf(IOException.class);
        Map<String, byte[]> entries = LockedZipTest.opened(zip, first.group(1));
        JsonObject manifest = Json.createReader(new ByteArrayInputStream(entries.remove("manifest.json")))
                .readObject();
        Map<String, String> hashes = new LinkedHashMap<>();
        manifest.getJsonArray("files")
                .getValuesAs(JsonObject.class)
                .forEach(file -> hashes.put(file.getString("name"), file.getString("sha256")));
        assertThat(hashes.keySet()).isEqualTo(entries.keySet());
        assertThat(entries.keySet()).contains("contract.json", "history.csv").anyMatch(n -> n.endsWith("-signed.pdf"));
        entries.forEach(
                (name, content) -> assertThat(Sha256.hex(content)).as(name).isEqualTo(hashes.get(name)));
        assertThat(new String(entries.get("history.csv"), StandardCharsets.UTF_8))
                .contains("contract-ended");
    }

    private JsonObject state(String id) {
        return good(api.get(disposal(id, ""))).json();
    }

    private static String disposal(String id, String path) {
        return "/api/v1/disposals/" + id + path;
    }

    /** Kind and state of the object's deadlines. */
    private List<String> clocks(String id) {
        return good(api.get("/api/v1/deadlines?subject=" + id))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(clock -> clock.getString("kind") + " " + clock.getString("state"))
                .toList();
    }
}

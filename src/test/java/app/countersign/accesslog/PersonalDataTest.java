package app.countersign.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.OpenedObjects.Opened;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    private static final UUID ID = UUID.fromString("6f1f9e2a-0000-4000-8000-00000000abcd");
    private static final UUID PROCESSOR = UUID.randomUUID();

    private static Optional<Access> get(String address, Opened... opened) {
        String[] parts = address.replace("ID", ID.toString()).split("\\?", 2);
        return PersonalData.reached("GET", parts[0], parts.length > 1 ? parts[1] : null, List.of(opened));
    }

    @ParameterizedTest
    @CsvSource({
        "/, LIST, desk",
        "/contract/list, LIST, contract",
        "/contract/list.xhtml, LIST, contract",
        "/contract/list?state=in-force, LIST, contract",
        "/contract/list?q=Muster, SEARCH, contract",
        "/contract/list?q=&state=issued, LIST, contract",
        "/trail/list?person=rode, SEARCH, trail",
        "/search?q=Muster, SEARCH, search",
        "/api/v1/contracts, LIST, contract",
        "/api/v1/organisations?q=a, SEARCH, organisation",
        "/api/v1/breaches, LIST, breach",
        "/api/v1/inquiries, LIST, inquiry",
        "/contract/list.csv?q=a, EXPORT, contract",
        "/trail/export.zip, EXPORT, trail",
        "/api/v1/trail/export, EXPORT, trail",
        "/access-log/list.csv, EXPORT, access-log",
        "/party/edit, VIEW, organisation",
        "/access-log/review, VIEW, access-log",
        "/room/that-nobody-knows-yet, VIEW, room"
    })
    void whateverIsAskedForIsAnAccess(String address, Act act, String kind) {
        assertThat(get(address)).contains(Access.once(act, kind, Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/help",
                "/template/view?code=okomo-dpa",
                "/api/v1/templates",
                "/backup/list",
                "/account/me",
                "/account/keys?show=all",
                "/api/v1/keys",
                "/sign-in",
                "/welcome/link?key=secret",
                "/verify",
                "/openapi",
                "/favicon.svg",
                "/components.cdx.json",
                "/deadline/alarms.json?after=2026-11-28",
                "/jakarta.faces.resource/js/countersign.js.xhtml",
                "/contract/page-image?version=ID&language=de&page=1"
            })
    void whereNobodysDataIsShownThereIsNone(String address) {
        assertThat(get(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/contract/view?id=ID&tab=terms, VIEW",
        "/contract/page-image?id=ID&kind=issued&page=1, VIEW",
        "/api/v1/contracts/ID, VIEW",
        "/api/v1/contracts/ID/returned, VIEW",
        "/contract/document?id=ID&kind=issued, DOWNLOAD",
        "/api/v1/contracts/ID/documents/issued, DOWNLOAD"
    })
    void whatWasOpenedIsKnownWithItsProcessor(String address, Act act) {
        Opened opened = new Opened("contract", ID, Optional.of(PROCESSOR));

        assertThat(get(address, opened))
                .contains(Access.once(act, "contract", Optional.of(ID), Optional.of(PROCESSOR)));
    }

    @Test
    void whatStandsUnderAnotherNameInTheAddressIsKnownByWhatWasOpened() {
        Opened opened = new Opened("contract", ID, Optional.of(PROCESSOR));

        assertThat(get("/contract/view?number=OKO-2026-0001", opened).map(Access::id))
                .contains(Optional.of(ID));
    }

    @Test
    void theSecretOfAPersonalLinkIsNoObject() {
        assertThat(get("/portal/contract?link=" + ID).map(Access::id)).contains(Optional.empty());
        assertThat(get("/sign/" + "secret").map(Access::kind)).contains("contract");
    }

    @Test
    void whatNoActivityOpenedIsWrittenDownByItsAddress() {
        assertThat(get("/deadline/view?id=ID"))
                .contains(Access.once(Act.VIEW, "deadline", Optional.of(ID), Optional.empty()));
    }

    @Test
    void whatAProgramChangesIsTheTrailsAndAPageThatIsSentShowsItsDataOnceMore() {
        assertThat(PersonalData.reached("POST", "/api/v1/contracts", null, List.of()))
                .isEmpty();
        assertThat(PersonalData.reached("POST", "/contract/list", null, List.of()))
                .isPresent();
        assertThat(PersonalData.reached("PUT", "/contract/list", null, List.of()))
                .isEmpty();
    }
}

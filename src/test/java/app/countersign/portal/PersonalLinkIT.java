package app.countersign.portal;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.ApiClient;
import app.countersign.it.SharedApplication;
import org.junit.jupiter.api.Test;

/** What a link opens, and what it keeps shut. */
class PersonalLinkIT {

    private final ApiClient stranger = SharedApplication.get().api().withKey(null);

    @Test
    void theDocumentIsTheStoredOneByteForByteAndKeptInNoCache() {
        IssuedContract contract = IssuedContract.okomo();

        ApiClient.Answer file = stranger.get("/portal/file?kind=issued&link=" + contract.token());

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body()).isEqualTo(contract.document("issued"));
        assertThat(file.contentType()).isEqualTo("application/pdf");
        assertThat(header(file, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + contract.number() + ".pdf\"");
        assertThat(header(file, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void pagesAreShownAsPictures() {
        IssuedContract contract = IssuedContract.okomo();
        String pages = "/portal/page?kind=issued&link=" + contract.token() + "&no=";

        assertThat(stranger.get(pages + 8).contentType()).isEqualTo("image/png");
        assertThat(stranger.get(pages + 0).status()).isEqualTo(404);
        assertThat(stranger.get(pages + 11).status()).isEqualTo(404);
        assertThat(stranger.get(pages + "x").status()).isEqualTo(404);
    }

    @Test
    void thereIsNoCountersignedDocumentBeforeThereIsOne() {
        IssuedContract contract = IssuedContract.okomo();

        assertThat(stranger.get("/portal/file?kind=countersigned&link=" + contract.token())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aGuessedLinkAndARevokedOneReadAlike() {
        IssuedContract contract = IssuedContract.okomo();
        assertThat(contract.api().delete(contract.path("links")).status()).isEqualTo(204);

        ApiClient.Answer revoked = stranger.get("/portal/contract?link=" + contract.token());
        ApiClient.Answer guessed = stranger.get("/portal/contract?link=" + "A".repeat(43));

        assertThat(revoked.status()).isEqualTo(404);
        assertThat(guessed.status()).isEqualTo(404);
        assertThat(plain(revoked)).isEqualTo(plain(guessed)).contains("Dieser Link öffnet nichts");
        assertThat(stranger.get("/portal/file?kind=issued&link=" + contract.token())
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get("/portal/page?kind=issued&no=1&link=" + contract.token())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aWithdrawnContractIsShutToo() {
        IssuedContract contract = IssuedContract.okomo();
        contract.done("withdrawal", "Irrtümlich an Sie versandt.");

        ApiClient.Answer page = stranger.get("/portal/contract?link=" + contract.token());

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).doesNotContain(contract.number(), "Irrtümlich").contains("zurückgezogen");
    }

    @Test
    void withoutALinkThePageSaysTheSame() {
        assertThat(stranger.get("/portal/contract").status()).isEqualTo(404);
        assertThat(stranger.get("/portal/contract?link=%3Cscript%3E%22").text()).doesNotContain("<script>\"");
    }

    /** The page without what differs from request to request, and without the address that was asked for. */
    private static String plain(ApiClient.Answer page) {
        return page.text()
                .replaceAll("(?s)<script.*?</script>", "")
                .replaceAll("name=\"now\" content=\"[^\"]*\"", "")
                .replaceAll("link=[\\w-]+", "")
                .strip();
    }

    private static String header(ApiClient.Answer answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}

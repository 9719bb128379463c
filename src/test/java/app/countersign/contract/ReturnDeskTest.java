package app.countersign.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.document.Clamd;
import app.countersign.document.VirusCheck;
import app.countersign.kernel.Invalid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The door of files that come back. */
class ReturnDeskTest {

    private static final byte[] FILE = {1, 2, 3};

    private static InputStream file() {
        return new ByteArrayInputStream(FILE);
    }

    @Test
    void whatTheVirusScannerFindsWellComesInWhole() throws IOException {
        try (Clamd scanner = Clamd.overTcp()) {
            scanner.says("stream: OK\0");
            assertThat(ReturnDesk.uploaded(file(), scanner.check())).isEqualTo(FILE);
        }
    }

    @Test
    void whatItFindsBadStaysOutAndNothingComesInWhileItIsSilent() throws IOException {
        VirusCheck check;
        try (Clamd scanner = Clamd.overTcp()) {
            check = scanner.check();
            scanner.says("stream: Eicar-Test-Signature FOUND\0");
            assertThat(complaint(file(), check)).isEqualTo("document.virus.found");
        }
        assertThat(complaint(file(), check)).isEqualTo("document.virus.unavailable");
    }

    @Test
    void nothingAndTooMuchAreRefused() {
        VirusCheck none = new VirusCheck(Optional.empty());
        assertThat(complaint(null, none)).isEqualTo("contract.verification.no-file");
        assertThat(complaint(InputStream.nullInputStream(), none)).isEqualTo("contract.verification.no-file");
        assertThat(complaint(new ByteArrayInputStream(new byte[(int) Returning.LARGEST + 1]), none))
                .isEqualTo("document.unreadable.too-large");
    }

    private static String complaint(InputStream file, VirusCheck check) {
        String[] why = new String[1];
        assertThatThrownBy(() -> ReturnDesk.uploaded(file, check))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> why[0] = e.complaints().get("file").key());
        return why[0];
    }
}

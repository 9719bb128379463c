package app.countersign.breach;

import app.countersign.kernel.PlainText;
import app.countersign.kernel.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * The words of a letter, as plain text: paragraphs with an empty line between. A line by itself that begins with a number
 * and a full stop is a heading, lines that begin with a dash are a list; on paper they look like it.
 *
 * @param subject one line
 */
public record NoticeWords(String subject, String body) {

    private static final PlainText SUBJECT = PlainText.line(300);
    private static final PlainText BODY = PlainText.lines(80_000);

    String sha256() {
        return Sha256.hex(body.getBytes(StandardCharsets.UTF_8));
    }

    /** As a person typed them.
     *
     * @throws app.countersign.kernel.Invalid with a complaint for {@code subject} or {@code text} */
    static NoticeWords read(String subject, String body) {
        return new NoticeWords(SUBJECT.require("subject", subject), BODY.require("text", body));
    }
}

package app.countersign.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/**
 * One countersigning over the API against the bare signature of the same file.
 *
 * <p>The one holds all that a person waits for: the request and its answer, the key's check, locking the contract,
 * filling the form, the contract's data, the seal, storing the file, the mail in the outbox, the trail, and the commit to
 * the disk. The other holds {@link BareSignature}, with the same key and a JVM started with the same options. Only the
 * rendering of the form is no part of it: that is done once per template version.
 */
final class SingleCountersigning implements Figure {

    private static final int WARM_UP = 120;
    private static final int ROUNDS = 60;

    @Override
    public String name() {
        return "countersigning";
    }

    @Override
    public List<Line> measure() throws Exception {
        try (Subject subject = Subject.onH2()) {
            Iterator<UUID> waiting =
                    subject.filler().accepted(1 + WARM_UP + ROUNDS).iterator();
            byte[] completed = unsealed(countersigned(subject, waiting.next()));
            BareSignature bare = new BareSignature(subject.keyStore(), Subject.PASSWORD.toCharArray());
            double[] millis = Rounds.medianMillis(
                    WARM_UP, ROUNDS, () -> countersign(subject, waiting.next()), () -> bare.sign(completed));
            return List.of(new Line(
                    "one countersigning over the API : bare signature of the same file",
                    "ms",
                    millis[0],
                    millis[1],
                    "<= 3"));
        }
    }

    private static byte[] countersign(Subject subject, UUID contract) {
        return Subject.require(200, subject.api().post("/api/v1/contracts/" + contract + "/countersignature"))
                .body();
    }

    private static byte[] countersigned(Subject subject, UUID contract) {
        countersign(subject, contract);
        return Subject.require(200, subject.api().get("/api/v1/contracts/" + contract + "/documents/countersigned"))
                .body();
    }

    /** The file as it was before its seal, which is its last increment. */
    private static byte[] unsealed(byte[] pdf) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        String mark = "%%EOF\n";
        int end = text.lastIndexOf(mark, text.lastIndexOf(mark) - 1);
        return Arrays.copyOf(pdf, end + mark.length());
    }
}

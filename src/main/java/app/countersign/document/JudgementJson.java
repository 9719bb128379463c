package app.countersign.document;

import app.countersign.document.Protocol.Check;
import app.countersign.kernel.Reason;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;

/** A judgement as JSON, to be kept. Beside the keys stand sentences in English, for whoever no longer has the words. */
final class JudgementJson {

    private JudgementJson() {}

    static String of(Judgement judgement) {
        Protocol protocol = judgement.protocol();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("method", protocol.method())
                .add("reader", protocol.reader())
                .add("judgedAt", protocol.judgedAt().toString())
                .add("issuedSha256", protocol.issued())
                .add("returnedSha256", protocol.returned())
                .add("returnedBytes", protocol.size())
                .add("verdict", judgement.verdict().name().toLowerCase(Locale.ROOT))
                .add("valuesProposed", judgement.proposed());
        JsonObjectBuilder values = Json.createObjectBuilder();
        judgement.values().forEach(values::add);
        return json.add("values", values)
                .add("reasons", reasons(judgement.reasons()))
                .add("differences", differences(judgement.differences()))
                .add("signatures", signatures(judgement.signatures()))
                .add("checks", checks(protocol.checks()))
                .build()
                .toString();
    }

    private static JsonArrayBuilder reasons(List<Reason> reasons) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        reasons.forEach(reason -> array.add(Json.createObjectBuilder()
                .add("key", reason.key())
                .add(
                        "args",
                        Json.createArrayBuilder(
                                reason.args().stream().map(String::valueOf).toList()))
                .add("text", reason.in(Locale.ENGLISH))));
        return array;
    }

    private static JsonArrayBuilder differences(List<Difference> differences) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (Difference difference : differences) {
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("page", difference.page())
                    .add("altered", difference.weighty())
                    .add("before", difference.before())
                    .add("after", difference.after())
                    .add("key", difference.reason().key())
                    .add("text", difference.reason().in(Locale.ENGLISH));
            difference.area().ifPresent(area -> json.add("area", area(area)));
            array.add(json);
        }
        return array;
    }

    private static JsonObjectBuilder area(Area area) {
        return Json.createObjectBuilder()
                .add("x", points(area.x()))
                .add("y", points(area.y()))
                .add("width", points(area.width()))
                .add("height", points(area.height()));
    }

    private static double points(float points) {
        return Math.round(points * 100) / 100.0;
    }

    private static JsonArrayBuilder signatures(List<SignatureFinding> signatures) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (SignatureFinding signature : signatures) {
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("signer", signature.signer())
                    .add("intact", signature.intact())
                    .add("ours", signature.ours())
                    .add("coveredBytes", signature.coveredBytes())
                    .add("coversWholeFile", signature.coversWholeFile());
            signature.holder().ifPresent(holder -> json.add("certificate", certificate(holder)));
            signature.claimedAt().ifPresent(time -> json.add("claimedAt", time.toString()));
            signature.stampedAt().ifPresent(time -> json.add("stampedAt", time.toString()));
            array.add(json);
        }
        return array;
    }

    private static JsonObjectBuilder certificate(SignatureFinding.Holder holder) {
        return Json.createObjectBuilder()
                .add("subject", holder.subject())
                .add("issuer", holder.issuer())
                .add("validFrom", holder.validFrom().toString())
                .add("validUntil", holder.validUntil().toString())
                .add("madeByItself", holder.madeByItself());
    }

    private static JsonArrayBuilder checks(List<Check> checks) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        checks.forEach(check -> array.add(Json.createObjectBuilder()
                .add("name", check.name())
                .add("question", check.question())
                .add("outcome", check.outcome())
                .add("findings", Json.createArrayBuilder(check.findings()))
                .add("millis", check.millis())));
        return array;
    }
}

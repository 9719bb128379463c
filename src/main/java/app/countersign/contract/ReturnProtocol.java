package app.countersign.contract;

import app.countersign.document.Comparison;
import app.countersign.document.SignatureFinding;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a verdict on a returned file came about, for somebody who was not there: kept with the file, never changed, to be
 * put into words in whatever language it is read.
 *
 * @param judgedAt when
 * @param doubts why a person had to decide, or why nothing followed; empty if the rules sufficed
 */
public record ReturnProtocol(Instant judgedAt, Assessment assessment, List<Reason> doubts) {

    /** Looked for once: each look opens every JAR. */
    private static final JsonProvider JSON = JsonProvider.provider();

    public ReturnProtocol {
        doubts = List.copyOf(doubts);
    }

    byte[] json() {
        JsonObjectBuilder values = JSON.createObjectBuilder();
        assessment.values().forEach(values::add);
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("judgedAt", judgedAt.toString())
                .add("verdict", KebabCase.of(assessment.verdict()))
                .add("reasons", reasons(assessment.reasons()))
                .add("doubts", reasons(doubts))
                .add("values", values)
                .add("differences", differences())
                .add("signatures", signatures());
        assessment.record().ifPresent(record -> json.add("check", read(record)));
        return json.build().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonArrayBuilder reasons(List<Reason> reasons) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        reasons.forEach(reason -> array.add(reason(reason)));
        return array;
    }

    private static JsonObjectBuilder reason(Reason reason) {
        JsonArrayBuilder args = JSON.createArrayBuilder();
        for (Object arg : reason.args()) {
            if (arg instanceof Reason nested) {
                args.add(reason(nested));
            } else if (arg instanceof Number number) {
                args.add(new BigDecimal(number.toString()));
            } else {
                args.add(String.valueOf(arg));
            }
        }
        return JSON.createObjectBuilder().add("key", reason.key()).add("args", args);
    }

    private JsonArrayBuilder differences() {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        assessment
                .differences()
                .forEach(change -> array.add(JSON.createObjectBuilder()
                        .add("page", change.page())
                        .add("before", change.before())
                        .add("after", change.after())));
        return array;
    }

    private JsonArrayBuilder signatures() {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        for (SignatureFinding signature : assessment.signatures()) {
            JsonObjectBuilder one = JSON.createObjectBuilder()
                    .add("signer", signature.signer())
                    .add("coveredBytes", signature.coveredBytes())
                    .add("coversWholeFile", signature.coversWholeFile())
                    .add("intact", signature.intact())
                    .add("ours", signature.ours());
            signature.claimedAt().ifPresent(at -> one.add("claimedAt", at.toString()));
            signature.stampedAt().ifPresent(at -> one.add("stampedAt", at.toString()));
            array.add(one);
        }
        return array;
    }

    static ReturnProtocol of(byte[] json) {
        JsonObject read = read(new String(json, StandardCharsets.UTF_8));
        Map<String, String> values = new LinkedHashMap<>();
        read.getJsonObject("values").forEach((field, value) -> values.put(field, text(value)));
        Assessment assessment = new Assessment(
                KebabCase.read(ReturnVerdict.class, read.getString("verdict")),
                reasons(read.getJsonArray("reasons")),
                values,
                read.getJsonArray("differences").getValuesAs(ReturnProtocol::difference),
                read.getJsonArray("signatures").getValuesAs(ReturnProtocol::signature),
                Optional.ofNullable(read.getJsonObject("check")).map(JsonObject::toString));
        return new ReturnProtocol(
                Instant.parse(read.getString("judgedAt")), assessment, reasons(read.getJsonArray("doubts")));
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).getString();
    }

    private static List<Reason> reasons(JsonArray array) {
        return array.getValuesAs(JsonObject.class).stream()
                .map(ReturnProtocol::reason)
                .toList();
    }

    private static Reason reason(JsonObject one) {
        List<Object> args = new ArrayList<>();
        for (JsonValue arg : one.getJsonArray("args")) {
            switch (arg.getValueType()) {
                case OBJECT -> args.add(reason(arg.asJsonObject()));
                case NUMBER -> args.add(((JsonNumber) arg).longValue());
                default -> args.add(text(arg));
            }
        }
        return new Reason(one.getString("key"), args);
    }

    private static Comparison.Change difference(JsonValue value) {
        JsonObject one = value.asJsonObject();
        return new Comparison.Change(one.getInt("page"), one.getString("before"), one.getString("after"));
    }

    private static SignatureFinding signature(JsonValue value) {
        JsonObject one = value.asJsonObject();
        return new SignatureFinding(
                one.getString("signer"),
                Optional.ofNullable(one.getString("claimedAt", null)).map(Instant::parse),
                Optional.ofNullable(one.getString("stampedAt", null)).map(Instant::parse),
                one.getJsonNumber("coveredBytes").longValue(),
                one.getBoolean("coversWholeFile"),
                one.getBoolean("intact"),
                one.getBoolean("ours"));
    }

    private static JsonObject read(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}

package app.countersign.contract;

import app.countersign.document.Area;
import app.countersign.document.Difference;
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
import java.util.Date;
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
        return JSON.createObjectBuilder()
                .add("judgedAt", judgedAt.toString())
                .add("verdict", KebabCase.of(assessment.verdict()))
                .add("reasons", reasons(assessment.reasons()))
                .add("doubts", reasons(doubts))
                .add("values", values)
                .add("valuesProposed", assessment.proposed())
                .add("differences", differences())
                .add("signatures", signatures())
                .add("soundlySigned", assessment.soundlySigned())
                .add("check", read(assessment.record()))
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What was looked at, in that order. */
    List<ReturnDetails.Check> checks() {
        JsonArray checks = read(assessment.record()).getJsonArray("checks");
        return checks.getValuesAs(JsonObject.class).stream()
                .map(check -> new ReturnDetails.Check(
                        check.getString("question"),
                        check.getString("outcome"),
                        String.join(" ", check.getJsonArray("findings").getValuesAs(JsonString::getString))))
                .toList();
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
            } else if (arg instanceof Date date) {
                args.add(JSON.createObjectBuilder().add("date", date.toInstant().toString()));
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
        for (Difference difference : assessment.differences()) {
            JsonObjectBuilder one = JSON.createObjectBuilder()
                    .add("page", difference.page())
                    .add("before", difference.before())
                    .add("after", difference.after())
                    .add("weighty", difference.weighty())
                    .add("reason", reason(difference.reason()));
            difference.area().ifPresent(area -> one.add("area", area(area)));
            array.add(one);
        }
        return array;
    }

    private static JsonArrayBuilder area(Area area) {
        return JSON.createArrayBuilder()
                .add(area.x())
                .add(area.y())
                .add(area.width())
                .add(area.height());
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
            signature.holder().ifPresent(holder -> one.add("holder", holder(holder)));
            signature.claimedAt().ifPresent(at -> one.add("claimedAt", at.toString()));
            signature.stampedAt().ifPresent(at -> one.add("stampedAt", at.toString()));
            array.add(one);
        }
        return array;
    }

    private static JsonObjectBuilder holder(SignatureFinding.Holder holder) {
        return JSON.createObjectBuilder()
                .add("subject", holder.subject())
                .add("issuer", holder.issuer())
                .add("validFrom", holder.validFrom().toString())
                .add("validUntil", holder.validUntil().toString())
                .add("madeByItself", holder.madeByItself());
    }

    private static SignatureFinding.Holder holder(JsonObject one) {
        return new SignatureFinding.Holder(
                one.getString("subject"),
                one.getString("issuer"),
                Instant.parse(one.getString("validFrom")),
                Instant.parse(one.getString("validUntil")),
                one.getBoolean("madeByItself"));
    }

    static ReturnProtocol of(byte[] json) {
        JsonObject read = read(new String(json, StandardCharsets.UTF_8));
        Map<String, String> values = new LinkedHashMap<>();
        read.getJsonObject("values").forEach((field, value) -> values.put(field, text(value)));
        Assessment assessment = new Assessment(
                KebabCase.read(ReturnVerdict.class, read.getString("verdict")),
                reasons(read.getJsonArray("reasons")),
                values,
                read.getBoolean("valuesProposed"),
                read.getJsonArray("differences").getValuesAs(ReturnProtocol::difference),
                read.getJsonArray("signatures").getValuesAs(ReturnProtocol::signature),
                read.getBoolean("soundlySigned"),
                read.getJsonObject("check").toString());
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
                case OBJECT -> args.add(nested(arg.asJsonObject()));
                case NUMBER -> args.add(((JsonNumber) arg).longValue());
                default -> args.add(text(arg));
            }
        }
        return new Reason(one.getString("key"), args);
    }

    private static Object nested(JsonObject arg) {
        return arg.containsKey("date") ? Date.from(Instant.parse(arg.getString("date"))) : reason(arg);
    }

    private static Difference difference(JsonValue value) {
        JsonObject one = value.asJsonObject();
        return new Difference(
                one.getInt("page"),
                Optional.ofNullable(one.getJsonArray("area")).map(ReturnProtocol::area),
                one.getString("before"),
                one.getString("after"),
                one.getBoolean("weighty"),
                reason(one.getJsonObject("reason")));
    }

    private static Area area(JsonArray four) {
        return new Area(side(four, 0), side(four, 1), side(four, 2), side(four, 3));
    }

    private static float side(JsonArray four, int which) {
        return (float) four.getJsonNumber(which).doubleValue();
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
                one.getBoolean("ours"),
                Optional.ofNullable(one.getJsonObject("holder")).map(ReturnProtocol::holder));
    }

    private static JsonObject read(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}

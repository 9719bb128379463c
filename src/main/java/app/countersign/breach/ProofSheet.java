package app.countersign.breach;

import app.countersign.kernel.KebabCase;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that proves a notice, as one object of strings, numbers, lists and maps, in their order. */
final class ProofSheet {

    private ProofSheet() {}

    static Map<String, Object> of(
            Breach breach,
            Notice notice,
            List<NoticeText> texts,
            List<Telling> tellings,
            List<NoticeReading> readings,
            Instant now) {
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("format", "countersign-notice-proof/1");
        sheet.put("madeAt", now.toString());
        sheet.put("breach", breach.number());
        put(sheet, "awareAt", breach.awareAt());
        sheet.put("notice", notice.id().toString());
        sheet.put("phase", notice.phase());
        sheet.put("state", KebabCase.of(notice.state()));
        sheet.put("addressee", notice.addressee());
        sheet.put("contract", notice.contractNumber());
        sheet.put("language", notice.language().toLanguageTag());
        sheet.put("texts", texts.stream().map(ProofSheet::text).toList());
        sheet.put("tellings", tellings.stream().map(ProofSheet::telling).toList());
        sheet.put("readings", readings.stream().map(ProofSheet::reading).toList());
        return sheet;
    }

    private static Map<String, Object> text(NoticeText text) {
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("no", text.no());
        sheet.put("writtenAt", text.writtenAt().toString());
        sheet.put("writtenBy", text.writtenBy());
        sheet.put("subject", text.words().subject());
        sheet.put("text", text.words().body());
        sheet.put("sha256", text.words().sha256());
        return sheet;
    }

    private static Map<String, Object> telling(Telling telling) {
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("channel", KebabCase.of(telling.channel()));
        sheet.put("toldAt", telling.toldAt().toString());
        sheet.put("recipient", telling.recipient());
        sheet.put("toldBy", telling.teller());
        sheet.put("recordedAt", telling.recordedAt().toString());
        sheet.put("recordedBy", telling.recordedBy());
        sheet.put("remark", telling.remark());
        sheet.put("text", telling.textNo());
        sheet.put("textSha256", telling.textSha256());
        sheet.put("letterSha256", telling.letterSha256());
        sheet.put("letterSize", telling.letterSize());
        put(sheet, "messageId", telling.messageId());
        put(sheet, "smtpAnswer", telling.answer());
        put(sheet, "smtpAnsweredAt", telling.answeredAt());
        put(sheet, "failedAt", telling.failedAt());
        put(sheet, "problem", telling.problem());
        return sheet;
    }

    private static Map<String, Object> reading(NoticeReading reading) {
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("readAt", reading.readAt().toString());
        sheet.put("reader", reading.reader());
        return sheet;
    }

    private static void put(Map<String, Object> sheet, String name, Optional<?> value) {
        value.ifPresent(it -> sheet.put(name, it.toString()));
    }
}

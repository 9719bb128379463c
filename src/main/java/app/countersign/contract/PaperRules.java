package app.countersign.contract;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.terms.Conclusion;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When a contract that was concluded elsewhere can be taken in as one that is in force. One that has ended already can't:
 * it made its promises elsewhere, and what they led to is known there.
 *
 * @param language in which days are written
 * @param controller its name and address, where the paper says nothing else
 * @param mainContractSignedOn null where it is not known
 * @param today at the processor's seat
 */
record PaperRules(
        Conclusion conclusion,
        Locale language,
        SignaturePage.Entry controller,
        LocalDate mainContractSignedOn,
        LocalDate today) {

    /** Nobody means an earlier year. */
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private static final int LONGEST_ADDRESS = 300;
    private static final PlainText LINE = PlainText.line(200);

    /** What the processor's signature is called, beside the controller's. */
    private static final Map<String, String> PROCESSOR = Map.of(
            "person", "signatory",
            "position", "signatoryPosition",
            "place", "signatoryPlace",
            "date", "signatoryDate");

    /** @throws Invalid with a complaint for each field that has one */
    Paper read(PaperEntry entry) {
        Map<String, Reason> complaints = complaints(entry);
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }
        LocalDate concludedOn = day(entry.concludedOn()).orElseThrow();
        SignaturePage processor = page(ofProcessor(entry));
        return new Paper(
                concludedOn,
                effectiveOn(entry, concludedOn).orElseThrow(),
                Contract.REASON.clean(entry.earlyReason()),
                day(entry.endsOn()).orElse(null),
                LINE.clean(entry.reference()),
                new Contract.Signed(
                        addressed(page(ofController(entry))),
                        processor.person().isEmpty()
                                ? null
                                : new ProcessorSignature(
                                        processor.person(),
                                        processor.position(),
                                        processor.place(),
                                        processor.date().orElse(null))));
    }

    /** All that is wrong, in the order of the form; empty when nothing is. */
    Map<String, Reason> complaints(PaperEntry entry) {
        Complaints all = new Complaints();
        Optional<LocalDate> concludedOn = all.day("concludedOn", entry.concludedOn());
        if (concludedOn.isEmpty()) {
            all.say("concludedOn", Reason.of("kernel.text.missing"));
        }
        concludedOn
                .filter(day -> day.isAfter(today))
                .ifPresent(day -> all.say("concludedOn", dated("contract.complaint.date-in-future", day, today)));
        all.day("effectiveOn", entry.effectiveOn());
        all.text("earlyReason", Contract.REASON, entry.earlyReason());
        if (!all.has("concludedOn") && !all.has("effectiveOn")) {
            effect(entry, concludedOn.orElseThrow(), all);
        }
        all.day("endsOn", entry.endsOn())
                .filter(day -> day.isBefore(today))
                .ifPresent(day -> all.say("endsOn", dated("contract.complaint.ended-before", day, today)));
        all.text("reference", LINE, entry.reference());
        if (mainContractSignedOn != null && mainContractSignedOn.isAfter(today)) {
            all.say("mainContractSignedOn", dated("contract.complaint.date-in-future", mainContractSignedOn, today));
        }
        signed(ofController(entry), concludedOn).forEach(all::say);
        signed(ofProcessor(entry), concludedOn)
                .forEach((field, reason) -> all.say(PROCESSOR.getOrDefault(field, field), reason));
        return all.said;
    }

    private void effect(PaperEntry entry, LocalDate concludedOn, Complaints all) {
        Optional<LocalDate> effectiveOn = effectiveOn(entry, concludedOn);
        if (effectiveOn.isEmpty()) {
            all.say("effectiveOn", Reason.of("contract.complaint.effective-needed"));
        }
        effectiveOn
                .filter(day -> day.isAfter(today))
                .ifPresent(day -> all.say("effectiveOn", dated("contract.complaint.not-yet-in-force", day, today)));
        effectiveOn
                .filter(day -> day.isBefore(concludedOn))
                .filter(day -> !byRule(concludedOn).equals(Optional.of(day)))
                .filter(day -> Contract.REASON.clean(entry.earlyReason()).isEmpty())
                .ifPresent(day -> all.say("earlyReason", dated("contract.complaint.early-reason", day, concludedOn)));
    }

    /** What was said, or else what follows from the signatures. */
    private Optional<LocalDate> effectiveOn(PaperEntry entry, LocalDate concludedOn) {
        return day(entry.effectiveOn()).or(() -> byRule(concludedOn));
    }

    private Optional<LocalDate> byRule(LocalDate concludedOn) {
        return new EffectiveDate(concludedOn, concludedOn, mainContractSignedOn).by(conclusion);
    }

    private Map<String, Reason> signed(SignaturePage.Entry entry, Optional<LocalDate> concludedOn) {
        Map<String, Reason> complaints = new LinkedHashMap<>(rules().complaints(entry));
        if (!complaints.containsKey("date")) {
            concludedOn
                    .filter(day -> day(entry.date()).filter(day::isBefore).isPresent())
                    .ifPresent(day -> complaints.put(
                            "date",
                            Reason.of("contract.complaint.date-after-conclusion", WrittenDate.write(day, language))));
        }
        return complaints;
    }

    private SignaturePage page(SignaturePage.Entry entry) {
        return rules().read(entry);
    }

    /** The organisation's address, where the paper says none and it fits there. */
    private SignaturePage addressed(SignaturePage page) {
        boolean fits = page.address().isEmpty()
                && given(controller.address())
                && controller.address().length() <= LONGEST_ADDRESS;
        return fits
                ? new SignaturePage(
                        page.company(),
                        controller.address(),
                        page.person(),
                        page.position(),
                        page.place(),
                        page.date().orElse(null))
                : page;
    }

    /** An old paper need not say more than who signed. */
    private PageRules rules() {
        return new PageRules(conclusion.signed() ? Set.of("company", "person") : Set.of(), language, FIRST, today);
    }

    private SignaturePage.Entry ofController(PaperEntry entry) {
        SignaturePage.Entry said = entry.controller();
        return new SignaturePage.Entry(
                given(said.company()) ? said.company() : controller.company(),
                given(said.address()) ? said.address() : null,
                said.person(),
                said.position(),
                said.place(),
                said.date());
    }

    /** The processor is who its template names: nobody types its name and address. */
    private SignaturePage.Entry ofProcessor(PaperEntry entry) {
        SignaturePage.Entry said = entry.processor();
        return new SignaturePage.Entry(
                controller.company(), null, said.person(), said.position(), said.place(), said.date());
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }

    /** Empty for none, and for what is no day. */
    private Optional<LocalDate> day(String text) {
        try {
            return given(text) ? Optional.of(WrittenDate.read(text, language)) : Optional.empty();
        } catch (Refused unreadable) {
            return Optional.empty();
        }
    }

    private Reason dated(String key, LocalDate one, LocalDate other) {
        return Reason.of(key, WrittenDate.write(one, language), WrittenDate.write(other, language));
    }

    /** The first complaint about each field. */
    private final class Complaints {

        private final Map<String, Reason> said = new LinkedHashMap<>();

        boolean has(String field) {
            return said.containsKey(field);
        }

        void say(String field, Reason reason) {
            said.putIfAbsent(field, reason);
        }

        void text(String field, PlainText shape, String text) {
            shape.complaint(text).ifPresent(reason -> say(field, reason));
        }

        Optional<LocalDate> day(String field, String text) {
            if (!given(text)) {
                return Optional.empty();
            }
            try {
                LocalDate day = WrittenDate.read(text, language);
                if (day.isBefore(FIRST)) {
                    say(field, dated("contract.complaint.too-long-ago", day, FIRST));
                }
                return Optional.of(day);
            } catch (Refused unreadable) {
                say(field, unreadable.reason());
                return Optional.empty();
            }
        }
    }
}

package app.countersign.export;

import app.countersign.contract.TakenIn;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Texts;
import app.countersign.measure.Evidence;
import app.countersign.measure.EvidenceKind;
import app.countersign.measure.Light;
import app.countersign.measure.Measure;
import app.countersign.measure.MeasureReview;
import app.countersign.measure.MeasureVersion;
import app.countersign.measure.Standing;
import app.countersign.measure.VersionState;
import app.countersign.party.Organisation;
import app.countersign.subprocessor.Engagement;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What an archive tells, without the evidence itself, which is read piece by piece.
 *
 * @param processors whose measures these are, by name
 * @param contract of one contract only: what there is to say of it
 * @param subProcessors those of the period; empty where the asker may not see them
 */
record Dossier(
        EvidenceExport export,
        Sight sight,
        List<Organisation> processors,
        Optional<ContractLine> contract,
        List<Entry> entries,
        List<Engagement> subProcessors,
        Source source) {

    /** What of a contract the archive tells. */
    record ContractLine(
            UUID id,
            String number,
            String controller,
            String effectiveOn,
            String template,
            Optional<Elsewhere> elsewhere) {}

    /**
     * Where a contract comes from that was concluded elsewhere.
     *
     * @param paper SHA-256 of what is kept of it; empty where that is missing
     * @param known measures of its annex that are recorded as they stood when it was concluded
     */
    record Elsewhere(TakenIn from, String paper, long known, Optional<Instant> recordedSince) {}

    /**
     * A measure.
     *
     * @param version in force at the end of the period
     * @param standing at the end of the period
     * @param versions of the period, the oldest first
     * @param reviews of the period, the oldest first
     */
    record Entry(
            Measure measure,
            Organisation processor,
            String owner,
            MeasureVersion version,
            Standing standing,
            List<MeasureVersion> versions,
            List<MeasureReview> reviews) {

        /** Where its page lies in the archive. */
        String page() {
            return "measures/" + safe(processor.code().orElse("processor")) + "-" + safe(measure.code()) + "-"
                    + measure.id().toString().substring(0, 8) + ".html";
        }
    }

    /** An item of evidence of a measure, and how long it holds for that one. */
    record Item(Evidence evidence, Instant until, boolean withdrawn) {}

    /** What is done with each. */
    interface Items {
        void take(Item item) throws IOException;
    }

    /** Reads evidence, the oldest first. */
    interface Source {
        void each(Measure measure, Items items) throws IOException;
    }

    /** Those of the versions that were in force on any day of the period, or proposed in it. */
    static List<MeasureVersion> during(List<MeasureVersion> all, Instant from, Instant to) {
        List<MeasureVersion> found = new ArrayList<>();
        for (MeasureVersion version : all) {
            Instant begin = begin(version);
            boolean inForce = isEffective(version)
                    && begin.isBefore(to)
                    && all.stream()
                            .filter(next -> isEffective(next) && next.no() > version.no())
                            .map(Dossier::begin)
                            .min(Comparator.naturalOrder())
                            .filter(end -> !end.isAfter(from))
                            .isEmpty();
            boolean proposed =
                    !version.madeAt().isBefore(from) && version.madeAt().isBefore(to);
            if (inForce || proposed) {
                found.add(version);
            }
        }
        return found;
    }

    /** The one in force at that instant; the first where none was yet. */
    static MeasureVersion inForce(List<MeasureVersion> all, Instant at) {
        return all.stream()
                .filter(version -> isEffective(version) && begin(version).isBefore(at))
                .max(Comparator.comparingInt(MeasureVersion::no))
                .orElse(all.get(0));
    }

    private static boolean isEffective(MeasureVersion version) {
        return version.state() == VersionState.CURRENT || version.state() == VersionState.SUPERSEDED;
    }

    private static Instant begin(MeasureVersion version) {
        return version.decidedAt().orElse(version.madeAt());
    }

    void each(Entry entry, Items items) throws IOException {
        source.each(entry.measure(), items);
    }

    long count(Light light) {
        return entries.stream()
                .filter(entry -> entry.standing().light() == light)
                .count();
    }

    Texts texts() {
        return Texts.of(export.language());
    }

    /** What counts things of all processors is not told to who does not answer for all. */
    Optional<String> words(Evidence evidence) {
        return evidence.words().filter(words -> !evidence.isOfAll() || sight.seesAll());
    }

    String problem(Evidence evidence) {
        boolean told = !evidence.isOfAll() || sight.seesAll();
        return evidence.problem()
                .filter(why -> told)
                .map(why -> why.in(export.language()))
                .orElse("");
    }

    /** What people call it: of a fact its name in words. */
    String title(Evidence evidence) {
        String own = "fact.name." + evidence.title();
        return evidence.kind() == EvidenceKind.FACT && texts().has(own) ? texts().text(own) : evidence.title();
    }

    String light(Standing standing) {
        return texts().text("measure.light." + KebabCase.of(standing.light()));
    }

    String why(Standing standing, ZoneId zone) {
        return texts().text(
                        "measure.why." + KebabCase.of(standing.why()),
                        standing.at().map(at -> moment(at, zone)).orElse(""));
    }

    /** With its zone: it may be read anywhere. */
    String moment(Instant at, ZoneId zone) {
        Locale language = written();
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(language)
                        .format(at.atZone(zone))
                + " " + DateTimeFormatter.ofPattern("zzz", language).format(at.atZone(zone));
    }

    String day(java.time.LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(written())
                .format(day);
    }

    /** As pages and letters write days: English ones as in Britain, where the day comes first. */
    private Locale written() {
        Locale language = texts().language();
        return language.equals(Locale.GERMAN) ? language : Locale.UK;
    }

    /** The zone of what is not one processor's. */
    ZoneId zone() {
        return processors.isEmpty() ? ZoneId.of("UTC") : processors.get(0).zone();
    }

    Map<UUID, Organisation> byId() {
        return processors.stream()
                .collect(java.util.stream.Collectors.toMap(Organisation::id, one -> one, (one, other) -> one));
    }

    /** Where a file lies in the archive: by its hash, and called as it was, as far as every system can. */
    static String path(Evidence evidence) {
        return "files/" + evidence.sha256().orElseThrow().substring(0, 16) + "-"
                + safe(evidence.name().orElse("file"));
    }

    private static final int LONGEST_NAME = 80;

    static String safe(String name) {
        String plain = Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9._-]+", "_")
                .replaceAll("^[._-]+", "");
        String called = plain.isEmpty() ? "file" : plain;
        if (called.length() <= LONGEST_NAME) {
            return called;
        }
        int dot = called.lastIndexOf('.');
        String ending = dot > 0 && called.length() - dot <= 10 ? called.substring(dot) : "";
        return called.substring(0, LONGEST_NAME - ending.length()) + ending;
    }
}

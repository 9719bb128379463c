package app.countersign.measure;

import app.countersign.access.Actor;
import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.deadline.Moment;
import app.countersign.document.StoredFile;
import app.countersign.document.StoredFiles;
import app.countersign.document.VirusCheck;
import app.countersign.kernel.BoundedStream;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Settings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Bringing evidence, and taking back what turned out wrong. What is brought is kept as it is and never opened here. */
@Stateless
public class Bringing {

    /** So many measures an item may serve. */
    private static final int MOST = 200;

    private static final int LONGEST_URL = 500;
    private static final String BINARY = "application/octet-stream";

    /** Clocks differ; what lies further ahead has not happened yet. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final PlainText TITLE = PlainText.line(Evidence.LONGEST_TITLE);
    private static final PlainText WORDS = PlainText.lines(Evidence.LONGEST_WORDS);
    private static final PlainText REASON = PlainText.lines(1000);

    @Inject
    private CallersRemit remit;

    @Inject
    private Measures measures;

    @Inject
    private EvidenceItems items;

    @Inject
    private Keeping keeping;

    @Inject
    private MeasureClocks clocks;

    @Inject
    private StoredFiles files;

    @Inject
    private VirusCheck viruses;

    @Inject
    private Settings settings;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    /**
     * What somebody says of an item that they bring.
     *
     * @param measures that it serves, all of one processor
     * @param title empty for a file to be called by its name
     * @param at when it was so, as an instant or a local time of the processor; empty for now
     * @param until how long that holds; empty for as long as each measure says
     */
    public record Entry(Collection<UUID> measures, String title, String at, String until) {}

    /**
     * A file.
     *
     * @param content may be null where none was chosen; read once, not closed
     * @param name as its sender calls it, with or without a path
     * @throws Invalid with complaints for {@code file}, {@code title}, {@code at}, {@code until}
     */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public Evidence bring(Entry entry, InputStream content, String name) {
        if (content == null || name == null || name.isBlank()) {
            throw Invalid.field("file", Reason.of("measure.complaint.no-file"));
        }
        String called =
                TITLE.require("file", name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
        Invalid.together(() -> TITLE.optional("title", entry.title()), () -> times(entry));
        String title = TITLE.optional("title", entry.title());
        Times times = times(entry);
        byte[] start = start(content);
        long largest = settings.evidenceLargest();
        InputStream bounded = new BoundedStream(
                new SequenceInputStream(new ByteArrayInputStream(start), content), largest, () -> tooLarge(largest));
        StoredFile stored = files.store(viruses.check("file", bounded), BINARY);
        if (stored.size() == 0) {
            throw Invalid.field("file", Reason.of("measure.complaint.empty-file"));
        }
        return kept(
                times,
                (processor, until) -> Evidence.file(
                        processor,
                        title.isEmpty() ? called : title,
                        stored,
                        called,
                        ContentType.of(start),
                        times.at(),
                        until,
                        clock.instant(),
                        me()));
    }

    private static Invalid tooLarge(long largest) {
        return Invalid.field("file", Reason.of("measure.complaint.large-file", largest / 1024 / 1024));
    }

    private static byte[] start(InputStream content) {
        try {
            return content.readNBytes(ContentType.LOOKED_AT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the caller says, under their name.
     *
     * @throws Invalid with complaints for {@code title}, {@code words}, {@code at}, {@code until}
     */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public Evidence state(Entry entry, String words) {
        Invalid.together(
                () -> TITLE.require("title", entry.title()), () -> WORDS.require("words", words), () -> times(entry));
        String title = TITLE.require("title", entry.title());
        String said = WORDS.require("words", words);
        Times times = times(entry);
        return kept(
                times,
                (processor, until) ->
                        Evidence.statement(processor, title, said, times.at(), until, clock.instant(), me()));
    }

    /**
     * An address where the proof is to be found. Nobody goes there: what stands there may change, so {@link Capturing}
     * proves more.
     *
     * @throws Invalid with complaints for {@code title}, {@code url}, {@code at}, {@code until}
     */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public Evidence link(Entry entry, String url) {
        String address = requireLink(entry, url);
        String title = TITLE.require("title", entry.title());
        Times times = times(entry);
        return kept(
                times,
                (processor, until) ->
                        Evidence.link(processor, title, address, times.at(), until, clock.instant(), me()));
    }

    /** Whether {@link #link} would keep that. @return the address as it would be kept */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public String requireLink(Entry entry, String url) {
        Invalid.together(() -> TITLE.require("title", entry.title()), () -> address(url), () -> times(entry));
        return address(url);
    }

    /** As {@link #link}, with what stood there. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public Evidence seen(Entry entry, String url, Snapshot snapshot) {
        String title = TITLE.require("title", entry.title());
        String address = address(url);
        Times times = times(new Entry(entry.measures(), title, snapshot.at().toString(), entry.until()));
        StoredFile stored = files.store(viruses.check("url", new ByteArrayInputStream(snapshot.bytes())), BINARY);
        String type = ContentType.of(
                Arrays.copyOf(snapshot.bytes(), Math.min(snapshot.bytes().length, ContentType.LOOKED_AT)));
        return kept(
                times,
                (processor, until) -> Evidence.link(processor, title, address, times.at(), until, clock.instant(), me())
                        .seen(stored, snapshot.name(), type));
    }

    private static String address(String url) {
        String text = url == null ? "" : url.strip();
        try {
            URI uri = new URI(text);
            boolean web = List.of("https", "http").contains(String.valueOf(uri.getScheme()));
            if (web && uri.getHost() != null && uri.getRawUserInfo() == null && text.length() <= LONGEST_URL) {
                return text;
            }
        } catch (URISyntaxException e) {
            throw Invalid.field("url", Reason.of("measure.complaint.url"));
        }
        throw Invalid.field("url", Reason.of("measure.complaint.url"));
    }

    /**
     * It proves nothing any more; it is not deleted.
     *
     * @throws Invalid without a reason
     * @throws NotFound if there is none that the caller may know of
     * @throws Refused if it was withdrawn before, or nobody brought it
     */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public void withdraw(UUID evidence, String reason) {
        String why = REASON.require("reason", reason);
        Evidence item = items.lock(evidence).orElseThrow(() -> NotFound.because("measure.refusal.unknown-evidence"));
        remit.require(item.processor(), "evidence", evidence, "measure.refusal.unknown-evidence");
        keeping.withdraw(item, clock.instant(), me(), why);
    }

    /** What the item's times are, and which measures it serves. */
    private record Times(List<Measure> measures, Instant at, Optional<Instant> until) {}

    private Times times(Entry entry) {
        if (entry.measures().isEmpty() || entry.measures().size() > MOST) {
            throw Refused.because("measure.refusal.none-chosen");
        }
        List<Measure> served = new LinkedHashSet<>(entry.measures())
                .stream().sorted().map(measures::lock).toList();
        UUID processor = served.get(0).processor();
        if (served.stream().anyMatch(measure -> !measure.processor().equals(processor))) {
            throw Refused.because("measure.refusal.several-processors");
        }
        if (served.stream().anyMatch(measure -> measure.withdrawnAt().isPresent())) {
            throw Refused.because("measure.refusal.withdrawn");
        }
        ZoneId zone = clocks.zone(processor);
        Instant now = clock.instant();
        Invalid.together(() -> at(entry, zone, now), () -> moment("until", entry.until(), zone));
        Instant at = at(entry, zone, now);
        Optional<Instant> until = moment("until", entry.until(), zone);
        if (until.filter(end -> !end.isAfter(at)).isPresent()) {
            throw Invalid.field("until", Reason.of("measure.complaint.until"));
        }
        return new Times(served, at, until);
    }

    private static Instant at(Entry entry, ZoneId zone, Instant now) {
        Instant at = moment("at", entry.at(), zone).orElse(now);
        if (at.isAfter(now.plus(AHEAD))) {
            throw Invalid.field("at", Reason.of("measure.complaint.future"));
        }
        return at;
    }

    private static Optional<Instant> moment(String field, String text, ZoneId zone) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            // A day alone ends with itself.
            String written = text.strip().matches("\\d{4}-\\d\\d-\\d\\d") ? text.strip() + "T23:59" : text;
            return Optional.of(Moment.read(written, zone));
        } catch (Refused e) {
            throw Invalid.field(field, e.reason());
        }
    }

    private Evidence kept(Times times, BiFunction<UUID, Instant, Evidence> make) {
        Map<Measure, Instant> until = new LinkedHashMap<>();
        times.measures()
                .forEach(measure -> until.put(
                        measure,
                        times.until()
                                .orElseGet(() -> measures.version(measure.id(), measure.versionNo())
                                        .statement()
                                        .holds()
                                        .after(times.at().atZone(clocks.zone(measure.processor()))))));
        Instant last = until.values().stream().max(Instant::compareTo).orElseThrow();
        Evidence evidence = make.apply(times.measures().get(0).processor(), last);
        keeping.keep(evidence, until);
        return evidence;
    }

    private String me() {
        return actor.identity().name();
    }
}

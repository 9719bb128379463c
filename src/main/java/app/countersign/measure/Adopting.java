package app.countersign.measure;

import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Texts;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.terms.StatedMeasure;
import app.countersign.terms.StatedMeasures;
import app.countersign.terms.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes over what the templates state, as soon as their processor is known. A template's new version changes its
 * measures; where it promises less, the change waits for a person, and so does the end of a measure that it doesn't
 * state any more.
 */
@ApplicationScoped
class Adopting {

    /** The application itself, reading a template. */
    private static final MeasureVersion.Author BY_TEMPLATE = new MeasureVersion.Author("Countersign", Optional.empty());

    @Inject
    private Instance<SignedAnnexes> contracts;

    @Inject
    private Measures measures;

    @Inject
    private MeasureClocks clocks;

    @Inject
    private Organisations organisations;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** The templates that state measures and have not been read in this version, each with its processor. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Template> unread() {
        return contracts.get().onOffer().stream()
                .filter(template -> template.measures().isPresent())
                .filter(template -> processor(template)
                        .filter(id -> measures.annex(id, template.code())
                                .filter(annex -> annex.hasRead(template.hash()))
                                .isEmpty())
                        .isPresent())
                .toList();
    }

    private Optional<UUID> processor(Template template) {
        return organisations.byCode(template.processor()).map(Organisation::id);
    }

    /** @return how many measures were new or changed */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int read(Template template) {
        Organisation processor = organisations.byCode(template.processor()).orElseThrow();
        StatedMeasures stated = template.measures().orElseThrow();
        Annex annex = measures.annex(processor.id(), template.code())
                .orElseGet(() -> new Annex(processor.id(), template.code(), clock.instant()));
        annex.reads(template.hash(), stated);
        measures.add(annex);
        Map<String, Measure> known = new HashMap<>();
        measures.of(annex).forEach(measure -> known.put(measure.code(), measure));
        Reader reader = new Reader(annex, template.hash(), processor);
        int position = 0;
        int done = 0;
        for (StatedMeasure one : stated.all()) {
            position++;
            done += reader.state(known.remove(one.code()), one, Statement.of(one, stated), position);
        }
        done += known.values().stream().mapToInt(reader::miss).sum();
        clocks.begin(annex);
        return done;
    }

    /** Reads one template for one processor. */
    private final class Reader {

        private final Annex annex;
        private final String hash;
        private final ZoneId zone;
        private final Texts texts;
        private final Instant now = clock.instant();

        Reader(Annex annex, String hash, Organisation processor) {
            this.annex = annex;
            this.hash = hash;
            this.zone = processor.zone();
            this.texts = Texts.of(processor.language());
        }

        int state(Measure known, StatedMeasure stated, Statement statement, int position) {
            if (known == null) {
                adopt(stated, statement, position);
                return 1;
            }
            known.stands(position);
            if (known.hasStated(statement)) {
                return 0;
            }
            known.stated(statement);
            known.resume();
            change(
                    known,
                    statement,
                    false,
                    Lowering.reasons(current(known), statement, annex.review()).isEmpty() ? Level.KEPT : Level.LOWERED);
            return 1;
        }

        private void adopt(StatedMeasure stated, Statement statement, int position) {
            Measure measure = new Measure(annex, stated.code(), position, statement, zone, now);
            measures.add(
                    measure,
                    new MeasureVersion(
                            measure, 1, statement, Level.FIRST, "", Optional.of(hash), false, now, BY_TEMPLATE));
            clocks.begin(measure, statement);
            happened.fire(
                    new MeasureEvent.MeasureAdopted(measure, MeasureEvent.facts(measure, "sha256", statement.hash())));
        }

        /** The template does not state it any more. */
        int miss(Measure measure) {
            if (measure.withdrawnAt().isPresent() || measure.isProposed()) {
                return 0;
            }
            change(measure, current(measure), true, Level.LOWERED);
            return 1;
        }

        private Statement current(Measure measure) {
            return measures.version(measure.id(), measure.versionNo()).statement();
        }

        private void change(Measure measure, Statement statement, boolean ends, Level level) {
            List<MeasureVersion> versions = measures.versions(measure.id());
            // What waits was written for words that the template no longer has.
            versions.stream()
                    .filter(one -> one.state() == VersionState.PROPOSED)
                    .forEach(MeasureVersion::supersede);
            MeasureVersion version = new MeasureVersion(
                    measure,
                    versions.get(0).no() + 1,
                    statement,
                    level,
                    texts.text(ends ? "measure.what.template-ends" : "measure.what.template"),
                    Optional.of(hash),
                    ends,
                    now,
                    BY_TEMPLATE);
            measures.add(version);
            if (version.state() == VersionState.PROPOSED) {
                measure.awaits(true);
                happened.fire(new MeasureEvent.MeasureLoweringProposed(measure, MeasureEvent.facts(measure, version)));
            } else {
                versions.stream()
                        .filter(one -> one.state() == VersionState.CURRENT)
                        .forEach(MeasureVersion::supersede);
                measure.states(statement, version.no(), zone);
                happened.fire(new MeasureEvent.MeasureChanged(measure, MeasureEvent.facts(measure, version)));
            }
        }
    }
}

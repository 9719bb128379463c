package app.countersign.breach.web;

import app.countersign.breach.Assessment;
import app.countersign.breach.Ease;
import app.countersign.breach.Harm;
import app.countersign.breach.Judgement;
import app.countersign.breach.Judging;
import app.countersign.breach.Loss;
import app.countersign.breach.Nature;
import app.countersign.breach.Severity;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Words;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How severe the breach of the page is: a calculator that shows its formula, and what was judged so far. */
@Named
@RequestScoped
public class BreachSeverity {

    private static final int LEAST = 1;
    private static final int MOST = 4;

    /** Something that can be chosen. */
    public record Option(String value, String label) {}

    @Inject
    private BreachPage page;

    @Inject
    private Judging judging;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    private List<Judgement> history;
    private String nature = KebabCase.of(Nature.SIMPLE);
    private String context = "";
    private String contextReason = "";
    private String ease = KebabCase.of(Ease.NEGLIGIBLE);
    private String easeReason = "";
    private String confidentiality = KebabCase.of(Loss.NONE);
    private String integrity = KebabCase.of(Loss.NONE);
    private String availability = KebabCase.of(Loss.NONE);
    private boolean malicious;
    private String circumstancesReason = "";
    private boolean unintelligible;

    /** A new judgement begins with what was judged last, or with what the report says was lost. */
    @PostConstruct
    void open() {
        history = judging.history(page.getId());
        if (history.isEmpty()) {
            confidentiality = lost(Harm.CONFIDENTIALITY);
            integrity = lost(Harm.INTEGRITY);
            availability = lost(Harm.AVAILABILITY);
        } else {
            begin(history.get(0));
        }
    }

    private String lost(Harm harm) {
        return KebabCase.of(page.getBreach().facts().harms().contains(harm) ? Loss.PARTIAL : Loss.NONE);
    }

    private void begin(Judgement last) {
        Severity severity = last.severity();
        nature = KebabCase.of(severity.nature());
        context = severity.isAdjusted() ? String.valueOf(severity.context()) : "";
        contextReason = last.contextReason();
        ease = KebabCase.of(severity.ease());
        easeReason = last.easeReason();
        confidentiality = KebabCase.of(severity.confidentiality());
        integrity = KebabCase.of(severity.integrity());
        availability = KebabCase.of(severity.availability());
        malicious = severity.malicious();
        circumstancesReason = last.circumstancesReason();
        unintelligible = last.isUnintelligible();
    }

    private Assessment assessment() {
        Integer score = context == null || context.isBlank() ? null : Integer.valueOf(context);
        return new Assessment(
                nature,
                score,
                contextReason,
                ease,
                easeReason,
                confidentiality,
                integrity,
                availability,
                malicious,
                circumstancesReason,
                unintelligible);
    }

    /** As it is chosen now. */
    public Severity getSeverity() {
        return assessment().severity();
    }

    public String getFormula() {
        return getSeverity().formula(words.texts().language());
    }

    /** What each choice means, in a sentence, and then what follows. */
    public List<String> getSentences() {
        Severity severity = getSeverity();
        return Stream.of(
                        severity.nature().meaning(),
                        severity.ease().meaning(),
                        severity.confidentiality().meaning(Harm.CONFIDENTIALITY),
                        severity.integrity().meaning(Harm.INTEGRITY),
                        severity.availability().meaning(Harm.AVAILABILITY),
                        severity.level().meaning())
                .map(this::in)
                .toList();
    }

    /** The latest first. */
    public List<Judgement> getHistory() {
        return history;
    }

    public String formula(Judgement judgement) {
        return judgement.severity().formula(words.texts().language());
    }

    public String judge() {
        Judgement judgement = judging.judge(page.getId(), assessment());
        saying.done("breach.done.judged", in(judgement.level().label()));
        return page.back("severity");
    }

    public List<Option> getNatures() {
        return Stream.of(Nature.values())
                .map(one ->
                        new Option(KebabCase.of(one), words.with("breach.severity.scored", one.label(), one.score())))
                .toList();
    }

    public List<Option> getContexts() {
        return Stream.concat(
                        Stream.of(new Option("", words.get("breach.severity.as-of-kind"))),
                        IntStream.rangeClosed(LEAST, MOST)
                                .mapToObj(score -> new Option(String.valueOf(score), String.valueOf(score))))
                .toList();
    }

    public List<Option> getEases() {
        return Stream.of(Ease.values())
                .map(one ->
                        new Option(KebabCase.of(one), words.with("breach.severity.scored", one.label(), one.weight())))
                .toList();
    }

    public List<Option> getLosses() {
        return Stream.of(Loss.values())
                .map(one ->
                        new Option(KebabCase.of(one), words.with("breach.severity.scored", one.label(), one.weight())))
                .toList();
    }

    private String in(Reason reason) {
        return reason.in(words.texts().language());
    }

    public String getNature() {
        return nature;
    }

    public void setNature(String nature) {
        this.nature = nature;
    }

    public String getContext() {
        return context;
    }

    public void setContext(String context) {
        this.context = context;
    }

    public String getContextReason() {
        return contextReason;
    }

    public void setContextReason(String contextReason) {
        this.contextReason = contextReason;
    }

    public String getEase() {
        return ease;
    }

    public void setEase(String ease) {
        this.ease = ease;
    }

    public String getEaseReason() {
        return easeReason;
    }

    public void setEaseReason(String easeReason) {
        this.easeReason = easeReason;
    }

    public String getConfidentiality() {
        return confidentiality;
    }

    public void setConfidentiality(String confidentiality) {
        this.confidentiality = confidentiality;
    }

    public String getIntegrity() {
        return integrity;
    }

    public void setIntegrity(String integrity) {
        this.integrity = integrity;
    }

    public String getAvailability() {
        return availability;
    }

    public void setAvailability(String availability) {
        this.availability = availability;
    }

    public boolean isMalicious() {
        return malicious;
    }

    public void setMalicious(boolean malicious) {
        this.malicious = malicious;
    }

    public String getCircumstancesReason() {
        return circumstancesReason;
    }

    public void setCircumstancesReason(String circumstancesReason) {
        this.circumstancesReason = circumstancesReason;
    }

    public boolean isUnintelligible() {
        return unintelligible;
    }

    public void setUnintelligible(boolean unintelligible) {
        this.unintelligible = unintelligible;
    }
}

package app.countersign.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the three documents demand is there as terms: kind, clause and value, row by row. */
class PromisesTest {

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # how it is concluded
            okomo     | conclude | conclusion-1         | mode=countersigned; order=controller,processor; effective=last-signature
            oculavis  | conclude | intro-2              | mode=automatic-with-service-contract; effective=service-contract; changes=told
            360dialog | conclude | intro-1              | mode=countersigned-with-main-contract; effective=last-signature-or-main-contract
            # alterations, languages, law
            okomo     | alter    | conclusion-1         | by=controller; effect=void
            okomo     | alter    | 13-1                 | by=parties; form=written
            360dialog | bind     | intro-3              | language=english; informs=german
            okomo     | law      | 14-1                 | of=CH; venue=zurich; without=conflict-of-laws
            # termination
            okomo     | end      | 2-5                  | how=ordinary; notice=P14D; form=written
            oculavis  | end      | details-duration-1   | how=with-service-contract
            360dialog | end      | 1-2                  | how=with-main-contract
            okomo     | end      | 12-1                 | how=extraordinary; ground=serious-violation; at=once
            okomo     | end      | 12-2                 | how=extraordinary; ground=minor-violation; cure=reasonable
            # retention
            okomo     | retain   | 4-3                  | data=end-customer,staff; for=P12M; since=stored; then=delete
            okomo     | retain   | 6-7                  | data=applicants; for=P12M; since=procedure-end; then=delete
            okomo     | retain   | 6-7                  | data=google-analytics; for=P14M
            okomo     | retain   | 6-7                  | data=hotjar; for=P12M
            okomo     | retain   | 6-7                  | data=hotjar; for=P14M
            okomo     | retain   | 6-7                  | data=microsoft-365; for=P30D; since=request
            okomo     | retain   | 6-7                  | data=hubspot; for=P30D; since=request
            oculavis  | retain   | details-duration-1   | data=customer-data; until=contract-end
            oculavis  | retain   | details-duration-1   | data=customer-data; for=P90D; since=contract-end; or-on=request; then=delete
            oculavis  | retain   | measures-retention   | data=logs; for=P30D
            360dialog | retain   | DPA2-4-3-design-p3   | data=customer-data; for=P30D; or-for=P90D; by=agreement
            360dialog | retain   | DPA2-1-3-access-log-p1 | data=access-logs; for=P3M
            # where deletion is barred
            okomo     | barred   | 7-3                  | ground=legal-duty,business-duty; then=block
            okomo     | barred   | 6-7                  | ground=legal-duty,legal-claims; then=block
            360dialog | barred   | 3-5                  | then=block
            # end of contract
            okomo     | return   | 11-1                 | offer=return,delete; choice=controller; copies=included; confirm=written
            oculavis  | return   | measures-portability | offer=save
            oculavis  | return   | deletion-2           | offer=return,delete; protocol=on-request
            oculavis  | return   | deletion-3           | evidence=kept
            360dialog | return   | 3-5                  | offer=delete,return; copies=included
            360dialog | return   | DPA2-2-1-end-p1      | accounts=blocked; exports=stopped
            # breach
            okomo     | notify   | 10-1                 | of=breach; whom=controller; within=without-delay
            oculavis  | notify   | breach-1-b           | of=breach; whom=controller; within=PT24H
            360dialog | notify   | 3-4                  | of=breach; whom=controller; within=without-delay
            okomo     | notify   | 10-1                 | of=breach; whom=authority; within=PT72H; where=gdpr-applies
            oculavis  | notify   | breach-1             | of=breach; whom=authority; under=art-33
            360dialog | notify   | 3-7                  | of=breach; whom=authority; under=art-33
            # sub-processors
            okomo     | engage   | 6-7                  | sub-processors=prior-consent; form=written; accepted=privacy-statement
            oculavis  | engage   | sub-processors-b     | form=text; change=told; notice=P14D; by=rule; object-until=transfer
            360dialog | engage   | 6-1                  | sub-processors=consent; change=told; accepted=annex
            # places
            okomo     | place    | 6-12                 | within=CH,EU; elsewhere=consent,safeguards; never=IN,RU,CN
            oculavis  | place    | details-data-2       | within=EU,EEA; elsewhere=consent,safeguards
            360dialog | place    | 5-1                  | within=EU,EEA; elsewhere=annex,safeguards
            # instructions
            okomo     | instruct | 6-2                  | form=written
            okomo     | instruct | 6-3                  | unlawful=flagged,suspended
            oculavis  | instruct | instructions-2       | oral=confirmed-in-text-form
            oculavis  | instruct | instructions-3       | unlawful=flagged,suspended
            360dialog | instruct | 3-1                  | unlawful=flagged
            # data subjects' requests
            okomo     | forward  | 6-11                 | whom=controller; within=without-delay; answer=consent
            okomo     | forward  | 7-5                  | whom=controller
            okomo     | export   | 7-4                  | format=machine-readable
            oculavis  | forward  | correction-1         | whom=controller; within=without-delay
            360dialog | handle   | DPA2-4-1-2-5         | of=inquiries; every=P1M
            # inspections
            okomo     | inspect  | 10-2                 | at-most-every=P12M; unless=urgent-documented; announced=yes; hours=business; cost=controller
            oculavis  | inspect  | inspection-1         | announced=yes; consent=required
            oculavis  | inspect  | inspection-4         | charge=allowed
            360dialog | inspect  | 4-2                  | notice=P30D; announced=written; consent=required
            # DPO and contacts
            okomo     | contact  | 9-1                  | of=contact,dpo; by=parties
            oculavis  | contact  | quality-a            | of=dpo; by=processor
            360dialog | contact  | DPA4                 | of=contact,dpo; list=annex
            # recurring measures
            okomo     | repeat   | A-1-backup-1         | measure=full-backup; every=PT4H; keep=P30D; practise=restore
            okomo     | repeat   | A-1-use-3            | measure=log-review; every=P1M
            okomo     | repeat   | A-4-risk-2           | measure=security-patches; every=P1M
            okomo     | repeat   | A-4-risk-3           | measure=library-check; every=P7D
            okomo     | repeat   | A-1-access-4         | measure=data-protection-training,confidentiality-agreement; on=joining
            okomo     | maintain | A-1-access-3         | measure=two-factor-sign-in
            okomo     | maintain | A-4-risk-5           | measure=password-hashing; standard=bcrypt
            okomo     | maintain | A-4-risk-4           | measure=cors,content-security-policy
            okomo     | maintain | A-3-availability-2   | measure=availability; percent=99.95
            okomo     | maintain | A-3-recovery-1       | measure=support-ticket; within=PT30M
            oculavis  | repeat   | measures-review      | measure=toms-review; every=P1Y
            oculavis  | maintain | measures-review      | standard=iso-27001
            oculavis  | maintain | measures-encryption  | standard=aes-256
            oculavis  | maintain | measures-encryption  | standard=tls-1-2,srtp,https
            oculavis  | maintain | measures-retention   | measure=four-eyes-access,customer-consent
            oculavis  | maintain | measures-access      | measure=least-privilege
            360dialog | repeat   | DPA2-4-1-2-4         | measure=toms-review; every=P1Y
            360dialog | repeat   | DPA2-4-1-2-3         | measure=awareness; every=P1Y
            360dialog | password | DPA2-1-3-passwords   | length=8; classes=3; of-classes=4; commonest-refused=10000; last-refused=10; user-name=refused; every=P6M
            360dialog | maintain | DPA2-1-3-access-log-p2 | measure=brute-force-block
            360dialog | maintain | DPA2-1-3-access-log-p1 | measure=access-attempts; keep=P3M
            """)
    void theDocumentSPromiseIsATerm(String processor, String kind, String clause, String says) {
        List<Term> terms = Shipped.template(processor + "-dpa").terms(kind);
        assertThat(terms)
                .filteredOn(term -> term.clause().id().equals(clause))
                .anySatisfy(term -> assertThat(Arrays.asList(says.split("; ")))
                        .allSatisfy(part ->
                                assertThat(said(term, part.split("=")[0])).isEqualTo(part.split("=")[1])));
    }

    private static String said(Term term, String key) {
        Value value = term.values().get(key);
        if (value instanceof Value.Symbols symbols) {
            return String.join(",", symbols.names());
        }
        if (value instanceof Places places) {
            return String.join(",", places.named());
        }
        if (value instanceof Value.Quantity quantity) {
            return quantity.amount().toPlainString();
        }
        return Objects.toString(value);
    }

    @ParameterizedTest
    @CsvSource({"okomo, de-CH, false", "oculavis, de-DE, false", "360dialog, en, true"})
    void theBindingLanguageIsKnown(String processor, String language, boolean missing) {
        Template template = Shipped.template(processor + "-dpa");
        assertThat(template.bindingLanguage().toLanguageTag()).isEqualTo(language);
        assertThat(template.bindingWordsMissing()).isEqualTo(missing);
    }

    @Test
    void theConclusionIsThereAtAGlance() {
        Conclusion okomo = Shipped.template("okomo-dpa").conclusion();
        assertThat(okomo.order()).containsExactly("controller", "processor");
        assertThat(okomo.alterationsVoid()).isTrue();
        assertThat(okomo.needsMainContract()).isFalse();
        Conclusion oculavis = Shipped.template("oculavis-dpa").conclusion();
        assertThat(oculavis.signed()).isFalse();
        assertThat(oculavis.changesTold()).isTrue();
        assertThat(Shipped.template("360dialog-dpa").conclusion().needsMainContract())
                .isTrue();
    }

    @Test
    void theKnownContradictionsAreShownAndNotSettled() {
        assertThat(Shipped.template("okomo-dpa").contradictions())
                .extracting(contradiction -> contradiction.in(Locale.ENGLISH))
                .anyMatch(words -> words.contains("Hotjar"))
                .anyMatch(words -> words.contains("Microsoft"))
                .anyMatch(words -> words.contains("Art. 6"));
        assertThat(Shipped.template("oculavis-dpa").contradictions())
                .anyMatch(contradiction -> contradiction.clauses().get(0).id().equals("definitions-3"));
    }
}

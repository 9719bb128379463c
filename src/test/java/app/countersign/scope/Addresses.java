package app.countersign.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which ids belong into which parameter. What is not said here can't be walked, and the walk fails until it is said.
 *
 * <p>A name in braces stands for the id of one's own thing, of another processor's and of nobody's, in turn:
 * {@code {contract}}; see {@link Belongings}. {@code {my-template}} is one's own in all three, {@code {my-fresh}} something
 * new each time.
 */
final class Addresses {

    /** The id of nothing, where there is nothing to make. */
    static final String NOTHING = "00000000-0000-4000-8000-000000000000";

    /** A body that is a file. */
    static final String FILE = "a file";

    private static final Pattern PARAMETER = Pattern.compile("[?&]([\\w.-]+)=");

    /** Of pages and servlets that read parameters: addresses that together give all of them. */
    private static final Map<String, List<String>> PAGES = Map.ofEntries(
            Map.entry(
                    "/contract/view",
                    List.of(
                            "/contract/view?id={contract}",
                            "/contract/view?number={number}",
                            "/contract/view?id={contract}&tab=page&seen=1",
                            "/contract/view?id={contract}&tab=terms",
                            "/contract/view?id={contract}&tab=history")),
            Map.entry(
                    "/contract/list",
                    List.of(
                            "/contract/list",
                            "/contract/list?processor={processor}",
                            "/contract/list?template={template}",
                            "/contract/list?controller={organisation}",
                            "/contract/list?q={company}",
                            "/contract/list?q={number}",
                            "/contract/list?state=in-force&before=1000000&paper=missing",
                            "/contract/list?after=1&pick=0")),
            Map.entry(
                    "/contract/list.csv",
                    List.of(
                            "/contract/list.csv",
                            "/contract/list.csv?processor={processor}",
                            "/contract/list.csv?template={template}",
                            "/contract/list.csv?controller={organisation}",
                            "/contract/list.csv?q={company}&state=in-force&paper=missing")),
            Map.entry(
                    "/contract/new",
                    List.of(
                            "/contract/new",
                            "/contract/new?template={template}&form=7",
                            "/contract/new?controller={organisation}")),
            Map.entry("/contract/take-in", List.of("/contract/take-in?form=7&too-large=1")),
            Map.entry("/contract/end", List.of("/contract/end?id={contract}&number=&tab=&seen=1")),
            Map.entry("/contract/countersigning", List.of("/contract/countersigning?run={run}")),
            Map.entry(
                    "/contract/document",
                    List.of(
                            "/contract/document?id={contract}&kind=issued",
                            "/contract/document?id={contract}&kind=countersigned")),
            Map.entry(
                    "/contract/page-image",
                    List.of(
                            "/contract/page-image?id={contract}&kind=issued&page=1",
                            "/contract/page-image?version={version}&language=de&page=1")),
            Map.entry(
                    "/template/view",
                    List.of(
                            "/template/view?code={template}",
                            "/template/view?code={template}&hash={hash}&tab=terms",
                            "/template/view?code={template}&tab=law")),
            Map.entry(
                    "/party/list",
                    List.of("/party/list", "/party/list?q={company}", "/party/list?after={organisation}")),
            Map.entry(
                    "/sub-processor/list",
                    List.of(
                            "/sub-processor/list",
                            "/sub-processor/list?processor={processor}&state=current",
                            "/sub-processor/list?q={company}",
                            "/sub-processor/list?after={sub-processor}")),
            Map.entry("/sub-processor/view", List.of("/sub-processor/view?id={sub-processor}")),
            Map.entry(
                    "/sub-processor/edit",
                    List.of(
                            "/sub-processor/edit",
                            "/sub-processor/edit?processor={processor}",
                            "/sub-processor/edit?id={sub-processor}")),
            Map.entry("/importing/view", List.of("/importing/view?too-large=1", "/importing/view?id=" + NOTHING)),
            Map.entry("/importing/empty.xlsx", List.of("/importing/empty.xlsx?kind=measures")),
            Map.entry(
                    "/processing/view",
                    List.of(
                            "/processing/view?processor={processor}",
                            "/processing/view?processor={processor}&after=1")),
            Map.entry(
                    "/processing/export",
                    List.of(
                            "/processing/export?processor={processor}&format=pdf",
                            "/processing/export?processor={processor}&format=xlsx",
                            "/processing/export?processor={processor}&format=jsonld")),
            Map.entry("/announcement/list", List.of("/announcement/list", "/announcement/list?after={change}")),
            Map.entry("/announcement/new", List.of("/announcement/new?sub-processor={sub-processor}")),
            Map.entry(
                    "/announcement/view",
                    List.of(
                            "/announcement/view?id={change}",
                            "/announcement/view?id={change}&state=waiting&q={company}",
                            "/announcement/view?id={change}&after={change-notice}")),
            Map.entry(
                    "/portal/sub-processors",
                    List.of("/portal/sub-processors?of=nobody", "/portal/sub-processors?of=nobody&asked=yes")),
            Map.entry("/portal/subscription", List.of("/portal/subscription?token=nothing&ended=yes")),
            Map.entry("/portal/unsubscribe", List.of("/portal/unsubscribe?token=nothing")),
            Map.entry("/portal/sub-processors.atom", List.of("/portal/sub-processors.atom?of=nobody")),
            Map.entry("/portal/change", List.of("/portal/change?link={link}&change={change}")),
            Map.entry("/party/view", List.of("/party/view?id={organisation}", "/party/view?id={processor-id}")),
            Map.entry(
                    "/party/edit",
                    List.of("/party/edit", "/party/edit?id={organisation}", "/party/edit?id={processor-id}")),
            Map.entry("/mail/list", List.of("/mail/list", "/mail/list?show=unsent")),
            Map.entry("/search", List.of("/search", "/search?q={company}", "/search?q={number}", "/search?q=Zebra")),
            Map.entry("/welcome/code", List.of("/welcome/code?then=/")),
            Map.entry("/welcome/factor", List.of("/welcome/factor?then=/")),
            Map.entry("/welcome/password", List.of("/welcome/password?then=/")),
            Map.entry("/welcome/link", List.of("/welcome/link?key=unknown")),
            Map.entry("/account/view", List.of("/account/view?id={account}")),
            Map.entry("/account/edit", List.of("/account/edit?id={account}")),
            Map.entry(
                    "/breach/list",
                    List.of("/breach/list", "/breach/list?state=open&q={company}", "/breach/list?after={breach}")),
            Map.entry(
                    "/breach/view",
                    List.of(
                            "/breach/view?id={breach}&seen=0",
                            "/breach/view?id={breach}&concern=found&q={company}&pick={concern}",
                            "/breach/view?id={breach}&after={concern}",
                            "/breach/view?id={breach}&awareAt-which=1&occurredAt-which=1",
                            "/breach/view?id={breach}&tab=facts",
                            "/breach/view?id={breach}&tab=severity",
                            "/breach/view?id={breach}&tab=decision",
                            "/breach/view?id={breach}&tab=authority&processor={processor}&contract={number}&authority=de-by&sentAt-which=1",
                            "/breach/view?id={breach}&tab=notices&notices=draft&notices-after={notice}&q={company}",
                            "/breach/view?id={breach}&tab=timeline",
                            "/breach/view?id={breach}&tab=files")),
            Map.entry(
                    "/breach/report",
                    List.of("/breach/report?awareAt-which=1&occurredAt-which=1&another-than={breach}")),
            Map.entry(
                    "/breach/paper",
                    List.of(
                            "/breach/paper?kind=register",
                            "/breach/paper?id={breach}&kind=record&format=json",
                            "/breach/paper?id={breach}&kind=report&processor={processor}&contract={number}&authority=de-by",
                            "/breach/paper?id={breach}&kind=sent&report={report}")),
            Map.entry("/breach/file", List.of("/breach/file?id=" + NOTHING)),
            Map.entry("/inquiry/list", List.of("/inquiry/list", "/inquiry/list?state=open&before=1000000")),
            Map.entry("/inquiry/view", List.of("/inquiry/view?id={inquiry}")),
            Map.entry("/deletion/list", List.of("/deletion/list", "/deletion/list?state=open&before=1000000")),
            Map.entry("/deletion/view", List.of("/deletion/view?id={order}")),
            Map.entry("/deletion/file", List.of("/deletion/file?id=" + NOTHING)),
            Map.entry(
                    "/deletion/data.zip",
                    List.of("/deletion/data.zip?id={contract}&ticket=00112233445566778899aabbccddeeff")),
            Map.entry("/deadline/list", List.of("/deadline/list", "/deadline/list?state=running&cursor=x")),
            Map.entry(
                    "/deadline/alarms.json",
                    List.of("/deadline/alarms.json", "/deadline/alarms.json?after=2020-01-01T00:00:00Z")),
            Map.entry(
                    "/measure/list",
                    List.of(
                            "/measure/list?processor={processor}",
                            "/measure/list?template={template}&light=unproven&category=logging",
                            "/measure/list?q=Backup&after={measure}&pick={measure}")),
            Map.entry(
                    "/retention/rule",
                    List.of(
                            "/retention/rule?id={rule}",
                            "/retention/rule?clause=c&categories=d&title=t&period=P1M&since=stored&store={store}")),
            Map.entry("/retention/erasure", List.of("/retention/erasure?id={erasure}")),
            Map.entry("/retention/run", List.of("/retention/run?id={deletion}")),
            Map.entry("/retention/stores", List.of("/retention/stores", "/retention/stores?id={store}")),
            Map.entry(
                    "/retention/protocol",
                    List.of("/retention/protocol?id={deletion}&format=json", "/retention/protocol?erasure={erasure}")),
            Map.entry("/measure/view", List.of("/measure/view?id={measure}&why=w&evidence={evidence}")),
            Map.entry("/export/list", List.of("/export/list", "/export/list?after=" + NOTHING)),
            Map.entry("/export/archive", List.of("/export/archive?id=" + NOTHING)),
            Map.entry("/measure/file", List.of("/measure/file?id={evidence}")),
            Map.entry("/webhook/list", List.of("/webhook/list", "/webhook/list?id={webhook}")),
            Map.entry("/deadline/calendar", List.of("/deadline/calendar", "/deadline/calendar?month=2026-11")),
            Map.entry("/portal/calendar/*", List.of("/portal/calendar/nobody.ics")),
            Map.entry("/deadline/view", List.of("/deadline/view?id={deadline}")),
            Map.entry("/sign-in", List.of("/sign-in?then=/&ended=true&provider=away")),
            Map.entry("/sign-in/provider", List.of("/sign-in/provider?then=/&state=1&code=1&error=1")),
            Map.entry("/sign-in/return", List.of("/sign-in/return?then=/&state=1&code=1&error=1")),
            Map.entry("/account/keys", List.of("/account/keys", "/account/keys?show=all")),
            Map.entry(
                    "/trail/list",
                    List.of(
                            "/trail/list",
                            "/trail/list?object={contract}",
                            "/trail/list?object={number}&before=9000000000000000-1",
                            "/trail/list?person={company}",
                            "/trail/list?event=contract-issued&from=2026-01-01&to=2100-01-01")),
            Map.entry(
                    "/trail/list.csv",
                    List.of(
                            "/trail/list.csv",
                            "/trail/list.csv?object={contract}",
                            "/trail/list.csv?object={number}&person=&event=&from=&to=")),
            Map.entry(
                    "/access-log/list",
                    List.of(
                            "/access-log/list",
                            "/access-log/list?object={contract}",
                            "/access-log/list?object=contract&before=9000000000000000-1",
                            "/access-log/list?person={company}",
                            "/access-log/list?act=view&from=2026-01-01&to=2100-01-01")),
            Map.entry(
                    "/access-log/list.csv",
                    List.of(
                            "/access-log/list.csv",
                            "/access-log/list.csv?object={contract}",
                            "/access-log/list.csv?object=contract&person=&act=&from=&to=")),
            Map.entry("/access-log/review", List.of("/access-log/review", "/access-log/review?review=" + NOTHING)),
            Map.entry("/verify", List.of("/verify?too-large=1")),
            Map.entry("/contract/returned", List.of("/contract/returned?id={returned}&page=1&seen=1")),
            Map.entry("/contract/returned-file", List.of("/contract/returned-file?id={returned}&sha256=00")),
            Map.entry(
                    "/contract/returned-image",
                    List.of("/contract/returned-image?id={returned}&page=1&which=returned")),
            Map.entry("/inbox/list", List.of("/inbox/list", "/inbox/list?state=waiting&before=2027-01-01T00:00:00Z")),
            Map.entry("/inbox/view", List.of("/inbox/view?id={incoming}")),
            Map.entry("/inbox/file", List.of("/inbox/file?id={incoming}&sha256={incoming-file}")),
            Map.entry(
                    "/portal/contract",
                    List.of("/portal/contract?link={link}&returned={returned}&too-large=1&change={change}")),
            Map.entry("/portal/file", List.of("/portal/file?link={link}&kind=issued&view=1")),
            Map.entry("/breach/notice", List.of("/breach/notice?id={notice}&seen=1")),
            Map.entry("/breach/letter", List.of("/breach/letter?id={notice}&page=1")),
            Map.entry("/breach/letter-page", List.of("/breach/letter-page?id={notice}&page=1")),
            Map.entry("/breach/proof", List.of("/breach/proof?id={notice}&page=1")),
            Map.entry("/portal/notice", List.of("/portal/notice?link={link}&notice={notice}")),
            Map.entry("/portal/letter", List.of("/portal/letter?link={link}&notice={notice}")),
            Map.entry("/portal/data", List.of("/portal/data?link={link}&ticket=00112233445566778899aabbccddeeff")),
            Map.entry("/portal/page", List.of("/portal/page?link={link}&kind=issued&no=1")),
            Map.entry("/sign/*", List.of("/sign/{link}")));

    /** Of path parameters, by the collection and the name. */
    private static final Map<String, String> PATH = Map.ofEntries(
            Map.entry("contracts/id", "{contract}"),
            Map.entry("contracts/kind", "issued"),
            Map.entry("countersignings/id", "{run}"),
            Map.entry("keys/id", "{key}"),
            Map.entry("mails/id", "{mail}"),
            Map.entry("accounts/id", "{account}"),
            Map.entry("contracts/returned", "{returned}"),
            Map.entry("inbox/id", "{incoming}"),
            Map.entry("breaches/id", "{breach}"),
            Map.entry("breaches/concern", "{concern}"),
            Map.entry("breaches/report", "{report}"),
            Map.entry("breaches/notice", "{notice}"),
            Map.entry("inquiries/id", "{inquiry}"),
            Map.entry("deletions/id", "{order}"),
            Map.entry("disposals/contract", "{contract}"),
            Map.entry("deadlines/id", "{deadline}"),
            Map.entry("webhooks/id", "{webhook}"),
            Map.entry("sub-processors/id", "{sub-processor}"),
            Map.entry("processing-records/processor", "{processor}"),
            Map.entry("imports/id", NOTHING),
            Map.entry("measures/id", "{measure}"),
            Map.entry("evidence-exports/id", NOTHING),
            Map.entry("retention/store", "{store}"),
            Map.entry("retention/rule", "{rule}"),
            Map.entry("retention/run", "{deletion}"),
            Map.entry("retention/hold", "{hold}"),
            Map.entry("retention/erasure", "{erasure}"),
            Map.entry("measures/evidence", "{evidence}"),
            Map.entry("probes/id", "{probe}"),
            Map.entry("sub-processor-changes/id", "{change}"),
            Map.entry("organisations/id", "{organisation}"),
            Map.entry("trail/id", NOTHING),
            Map.entry("organisations/contact", "{contact}"),
            Map.entry("processors/code", "{processor}"),
            Map.entry("processors/account", "somebody-else"));

    /** Of query parameters, by the collection and the name. */
    private static final Map<String, String> QUERY = Map.ofEntries(
            Map.entry("contracts/state", "in-force"),
            Map.entry("contracts/processor", "{processor}"),
            Map.entry("contracts/template", "{template}"),
            Map.entry("contracts/controller", "{organisation}"),
            Map.entry("contracts/paper", "missing"),
            Map.entry("contracts/q", "{company}"),
            Map.entry("contracts/after", "1000000"),
            Map.entry("contracts/limit", "100"),
            Map.entry("organisations/q", "{company}"),
            Map.entry("organisations/after", "{organisation}"),
            Map.entry("organisations/limit", "100"),
            Map.entry("keys/all", "true"),
            Map.entry("measures/processor", "{processor}"),
            Map.entry("measures/template", "{template}"),
            Map.entry("measures/light", "unproven"),
            Map.entry("measures/category", "logging"),
            Map.entry("measures/q", "Backup"),
            Map.entry("measures/after", "{measure}"),
            Map.entry("measures/limit", "100"),
            Map.entry("evidence-exports/after", NOTHING),
            Map.entry("evidence-exports/limit", "100"),
            Map.entry("trail/person", "{company}"),
            Map.entry("trail/object", "{contract}"),
            Map.entry("trail/event", "contract-issued"),
            Map.entry("trail/from", "2026-01-01T00:00:00Z"),
            Map.entry("trail/to", "2100-01-01T00:00:00Z"),
            Map.entry("trail/cursor", "9000000000000000-1"),
            Map.entry("trail/limit", "100"),
            Map.entry("access-log/person", "{company}"),
            Map.entry("access-log/act", "view"),
            Map.entry("access-log/object", "{contract}"),
            Map.entry("access-log/from", "2026-01-01T00:00:00Z"),
            Map.entry("access-log/to", "2100-01-01T00:00:00Z"),
            Map.entry("access-log/cursor", "9000000000000000-1"),
            Map.entry("access-log/limit", "100"),
            Map.entry("mails/contract", "{contract}"),
            Map.entry("mails/unsent", "true"),
            Map.entry("backups/limit", "100"),
            Map.entry("inbox/state", "waiting"),
            Map.entry("inbox/limit", "100"),
            Map.entry("breaches/processor", "{processor}"),
            Map.entry("breaches/controller", "{concern}"),
            Map.entry("breaches/authority", "de-by"),
            Map.entry("breaches/language", "de"),
            Map.entry("inbox/before", "2027-01-01T00:00:00Z"),
            Map.entry("breaches/state", "open"),
            Map.entry("sub-processors/processor", "{processor}"),
            Map.entry("sub-processors/state", "current"),
            Map.entry("sub-processors/q", "{company}"),
            Map.entry("sub-processors/after", "{sub-processor}"),
            Map.entry("sub-processors/limit", "100"),
            Map.entry("sub-processor-changes/after", "{change}"),
            Map.entry("sub-processor-changes/limit", "100"),
            Map.entry("sub-processor-changes/state", "waiting"),
            Map.entry("sub-processor-changes/q", "{company}"),
            Map.entry("sub-processor-changes/notices/after", "{change-notice}"),
            Map.entry("breaches/q", "{company}"),
            Map.entry("breaches/after", "{breach}"),
            Map.entry("breaches/limit", "100"),
            Map.entry("breaches/controllers/state", "found"),
            Map.entry("breaches/controllers/after", "{concern}"),
            Map.entry("breaches/notices/state", "draft"),
            Map.entry("breaches/notices/after", "{notice}"),
            Map.entry("inquiries/state", "open"),
            Map.entry("inquiries/before", "1000000"),
            Map.entry("inquiries/limit", "100"),
            Map.entry("deletions/state", "open"),
            Map.entry("deletions/before", "1000000"),
            Map.entry("deletions/limit", "100"),
            Map.entry("deadlines/state", "running"),
            Map.entry("deadlines/dueBefore", "2100-01-01T00:00:00Z"),
            Map.entry("deadlines/subject", "{breach}"),
            Map.entry("deadlines/cursor", "2020-01-01T00:00:00Z_" + NOTHING),
            Map.entry("deadlines/limit", "200"),
            Map.entry("mails/limit", "100"));

    private static final String CONTROLLER =
            "\"controller\": {\"name\": \"Herde {my-company}\", \"address\": \"Weg 1\","
                    + " \"country\": \"CH\", \"email\": \"a@b.example\"}";

    /** Of bodies, by their schema or, without one, by their operation: one or more that name everything that can be named. */
    private static final Map<String, List<String>> BODIES = Map.ofEntries(
            Map.entry(
                    "NewContract",
                    List.of(
                            "{\"draft\": true, \"template\": \"{template}\", " + CONTROLLER + "}",
                            "{\"draft\": true, \"template\": \"{my-template}\", \"controller\":"
                                    + " {\"id\": \"{organisation}\", \"email\": \"a@b.example\"}}")),
            Map.entry("Invitation", List.of("{\"contactName\": \"K\", \"email\": \"a@b.example\"}")),
            Map.entry(
                    "SignaturePageEntry",
                    List.of("{\"company\": \"A\", \"address\": \"B 1\", \"person\": \"C\", \"position\": \"D\","
                            + " \"place\": \"E\", \"date\": \"2026-01-20\"}")),
            Map.entry(
                    "BreachReport",
                    List.of("{\"title\": \"T\", \"processors\": [\"{processor}\"], \"suspected\": true}")),
            Map.entry("BreachFacts", List.of("{\"title\": \"T\", \"version\": 999}")),
            Map.entry("NextPhase", List.of("{\"audience\": \"persons\"}", "{}")),
            Map.entry("NoticeWords", List.of("{\"subject\": \"S\", \"text\": \"T\", \"version\": 999}")),
            Map.entry("NoticeTold", List.of("{\"channel\": \"telephone\", \"version\": 999}")),
            Map.entry("NoticesMailed", List.of("{}")),
            Map.entry("Assignment", List.of("{\"number\": \"{number}\"}")),
            Map.entry("Dismissal", List.of("{\"remark\": \" \"}")),
            Map.entry("ReturnAcceptance", List.of("{}")),
            Map.entry("POST /api/v1/contracts/{id}/returned", List.of(FILE)),
            Map.entry("POST /api/v1/contracts/concluded", List.of(FILE)),
            Map.entry("POST /api/v1/contracts/{id}/paper", List.of(FILE)),
            Map.entry(
                    "AuthorityReportSent",
                    List.of(
                            "{\"channel\": \"none\", \"processor\": \"{processor}\"}",
                            "{\"channel\": \"none\", \"controller\": \"{concern}\"}")),
            Map.entry("AuthorityReportSupplement", List.of("{\"personCategories\": \"Zebras\"}")),
            Map.entry("BreachAwareness", List.of("{\"awareAt\": \"2999-01-01T00:00:00Z\"}")),
            Map.entry("BreachReason", List.of("{\"reason\": \" \"}")),
            Map.entry("SeverityAssessment", List.of("{\"nature\": \"nothing\"}")),
            Map.entry(
                    "NotificationChoice",
                    List.of(
                            "{\"recipient\": \"authority\", \"told\": true, \"reason\": \" \", \"processor\": \"{processor}\"}")),
            Map.entry("BreachInclusion", List.of("{\"contract\": \"{number}\"}")),
            Map.entry("POST /api/v1/measures/{id}/evidence", List.of(FILE)),
            Map.entry("POST /api/v1/imports", List.of(FILE)),
            Map.entry(
                    "NewEvidenceExport",
                    List.of(
                            "{\"processors\": [\"{processor}\"], \"to\": \"2001-01-01\", \"from\": \"2002-01-01\"}",
                            "{\"contract\": \"{number}\", \"measures\": [\"{measure}\"], \"to\": \"2999-01-01\"}")),
            Map.entry("EvidenceWithdrawal", List.of("{\"reason\": \"R\"}")),
            Map.entry(
                    "NewProbe",
                    List.of("{\"kind\": \"tls\", \"label\": \"L\", \"target\": \"10.0.0.1:1\", \"expected\":"
                            + " \"TLSv1.2 P1D\", \"every\": \"P1D\", \"measures\": [\"{measure}\"]}")),
            Map.entry("MeasureReview", List.of("{\"remarks\": \"R\"}")),
            Map.entry("MeasureOwner", List.of("{\"owner\": \"nobody-at-all\"}")),
            Map.entry("MeasureChange", List.of("{\"words\": \" \", \"what\": \"W\"}")),
            Map.entry("MeasureDecision", List.of("{\"approved\": false, \"reason\": \" \"}")),
            Map.entry(
                    "NewWebhook",
                    List.of("{\"label\": \"W\", \"url\": \"https://10.0.0.1/\", \"processor\": \"{processor}\"}")),
            Map.entry(
                    "SubProcessorEntry",
                    List.of("{\"processor\": \"{processor}\", \"name\": \"Herde {my-company}\", \"country\": \"DE\","
                            + " \"service\": \"S\", \"places\": [\"DE\"], \"personal\": \"none\", \"basis\": \"none\","
                            + " \"version\": 999}")),
            Map.entry(
                    "RetentionStoreEntry",
                    List.of(
                            "{\"processor\": \"{processor}\", \"name\": \"S\", \"kind\": \"manual\", \"location\": \"x\"}")),
            Map.entry("RetentionRelationEntry", List.of("{\"child\": \"c\", \"parent\": \"\"}")),
            Map.entry(
                    "RetentionRuleEntry",
                    List.of("{\"store\": \"{store}\", \"title\": \"T\", \"clause\": \"c\", \"period\": \"P1M\","
                            + " \"table\": \"public.t\", \"ageColumn\": \"at\"}")),
            Map.entry("RetentionTenantEntry", List.of("{\"tenant\": \"t\", \"controller\": \"{organisation}\"}")),
            Map.entry("RetentionRunEntry", List.of("{\"rule\": \"{rule}\"}")),
            Map.entry(
                    "RetentionErasureEntry",
                    List.of("{\"processor\": \"{processor}\", \"persons\": [\"nobody\"], \"clause\": \"c\","
                            + " \"reason\": \" \"}")),
            Map.entry("RetentionErasureQuestion", List.of("{\"person\": \"nobody\"}")),
            Map.entry("RetentionQuestion", List.of("{\"key\": \"1\"}")),
            Map.entry(
                    "RetentionHoldEntry",
                    List.of(
                            "{\"store\": \"{store}\", \"person\": \"p\", \"reason\": \" \"}",
                            "{\"processor\": \"{processor}\", \"person\": \"p\", \"reason\": \" \"}")),
            Map.entry(
                    "NewSubProcessorChange",
                    List.of("{\"kind\": \"new\", \"subProcessor\": \"{sub-processor}\", \"on\": \"2020-01-01\","
                            + " \"words\": \"W\"}")),
            Map.entry("SubProcessorObjection", List.of("{\"contract\": \"{number}\", \"reason\": \" \"}")),
            Map.entry("SubProcessorChangeWithdrawal", List.of("{\"reason\": \" \"}")),
            Map.entry("SubProcessorConsent", List.of("{\"contract\": \"OKO-1999-1\"}")),
            Map.entry("Waiver", List.of("{\"reason\": \" \"}")),
            Map.entry(
                    "AccountEntry",
                    List.of("{\"userName\": \"n{my-fresh}\", \"name\": \"N\", \"email\": \"n@b.example\","
                            + " \"roles\": [\"legal\"], \"processors\": [\"{processor-id}\"]}")),
            Map.entry("NewKey", List.of("{\"label\": \"Probe\", \"scopes\": [\"contracts:read\"]}")),
            Map.entry("Reason", List.of("{\"reason\": \"darum\"}")),
            Map.entry("MainContract", List.of("{\"signedOn\": \"2026-01-20\"}")),
            Map.entry("DisposalChoice", List.of("{\"choice\": \"delete\", \"remark\": \"R\"}")),
            Map.entry("AgreedPeriod", List.of("{\"period\": \"P30D\"}")),
            Map.entry("Handover", List.of("{\"how\": \"H\"}")),
            Map.entry("Lateness", List.of("{\"late\": \"L\"}")),
            Map.entry("HandDeletionOrder", List.of("{\"promise\": \"{template} 1 nothing\"}")),
            Map.entry(
                    "InquiryEntry",
                    List.of("{\"processor\": \"{processor}\", \"kind\": \"person\", \"asker\": \"A\","
                            + " \"matter\": \"M\", \"contract\": \"{number}\", \"store\": \"{store}\"}")),
            Map.entry("InquiryExtension", List.of("{\"reason\": \" \"}")),
            Map.entry("InquiryAnswer", List.of("{\"answer\": \" \"}")),
            Map.entry("DeletionAssignee", List.of("{\"assignee\": \"A\"}")),
            Map.entry("HandDeletionProof", List.of("{\"statement\": \"S\"}")),
            Map.entry("DropReason", List.of("{\"reason\": \"R\"}")),
            Map.entry(
                    "CureDemand", List.of("{\"by\": \"controller\", \"until\": \"2100-01-20\", \"violation\": \"V\"}")),
            Map.entry("Termination", List.of("{\"kind\": \"with-main-contract\", \"date\": \"2026-01-20\"}")),
            Map.entry("Several", List.of("{\"contracts\": [\"{contract}\"]}")),
            Map.entry(
                    "OrganisationEntry",
                    List.of("{\"name\": \"Zebra {my-company} AG\", \"address\": \"Weg 1\", \"country\": \"CH\","
                            + " \"version\": 999}")),
            Map.entry("Contact", List.of("{\"kind\": \"legal\", \"name\": \"K\", \"email\": \"k@b.example\"}")),
            Map.entry(
                    "ProcessorEntry",
                    List.of("{\"name\": \"{my-processor-name}\", \"address\": \"{my-processor-address}\", \"country\":"
                            + " \"{my-processor-country}\", \"registerNumber\": \"{my-processor-register}\","
                            + " \"language\": \"{my-processor-language}\", \"zone\": \"{my-processor-zone}\"}")),
            Map.entry("AccessReviewConfirmation", List.of("{\"remarks\": \" \"}")),
            Map.entry("POST /api/v1/trail/verification", List.of("")),
            Map.entry("Signatory", List.of("{\"person\": \"P\", \"position\": \"Q\", \"place\": \"R\"}")));

    private Addresses() {}

    /** @param read the parameters that the page is known to read */
    static List<String> ofPage(String page, Set<String> read) {
        List<String> addresses = PAGES.getOrDefault(page, List.of(page.equals("/index") ? "/" : page));
        Set<String> unsaid = new TreeSet<>(read);
        addresses.forEach(address -> {
            Matcher parameter = PARAMETER.matcher(address);
            while (parameter.find()) {
                unsaid.remove(parameter.group(1));
            }
        });
        if (!unsaid.isEmpty()) {
            throw new AssertionError("nobody said what belongs into " + unsaid + " of " + page
                    + ": add an address with it to Addresses.PAGES, with a name of Belongings in braces for an id");
        }
        return addresses;
    }

    static List<String> of(ApiCatalogue.Operation operation) {
        String collection = operation.path().split("/")[3];
        String path = Pattern.compile("\\{(\\w+)}")
                .matcher(operation.path())
                .replaceAll(name -> Matcher.quoteReplacement(
                        said(PATH, collection + "/" + name.group(1), "Addresses.PATH", operation)));
        List<String> addresses = new ArrayList<>(List.of(path));
        operation
                .query()
                .forEach(name -> addresses.add(path + "?" + name + "="
                        + said(QUERY, collection(operation, name) + "/" + name, "Addresses.QUERY", operation)));
        return addresses;
    }

    /** Of a collection within another, {@code breaches/notices}, if something is said of it; else of the outer one. */
    private static String collection(ApiCatalogue.Operation operation, String query) {
        String[] parts = operation.path().split("/");
        String inner = parts[3] + "/" + parts[parts.length - 1];
        return QUERY.containsKey(inner + "/" + query) ? inner : parts[3];
    }

    /** What everybody may send is no more than looked at: nothing of it can be anybody's. */
    static List<String> bodies(ApiCatalogue.Operation operation) {
        boolean publicFile = operation.body().equals(ApiCatalogue.NO_SCHEMA)
                && operation.roles().contains("stranger");
        String name = operation.body().equals(ApiCatalogue.NO_SCHEMA) ? operation.name() : operation.body();
        return name.isEmpty() || publicFile ? List.of("") : said(BODIES, name, "Addresses.BODIES", operation);
    }

    private static <T> T said(Map<String, T> table, String name, String where, ApiCatalogue.Operation operation) {
        T said = table.get(name);
        if (said == null) {
            throw new AssertionError("nobody said what belongs into " + name + " of " + operation.name()
                    + ": add it to " + where + ", with a name of Belongings in braces for an id");
        }
        return said;
    }
}

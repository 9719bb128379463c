package app.countersign.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Two chat products as they are installed, by configuration alone: tables and columns as Mattermost and Chatwoot name them,
 * which have hardly a foreign key. {@code -Dretention.rows=1000000} for more rows.
 */
class PublicSchemasTest {

    private static final int ROWS = Integer.getInteger("retention.rows", 2000);

    private static RuleDetails rule(String table, String period, String age, String form, String which, String person) {
        return new RuleEntry(
                        UUID.randomUUID().toString(),
                        "Chats",
                        "",
                        "okomo-dpa 4-3",
                        period,
                        "stored",
                        "delete",
                        "public." + table,
                        age,
                        form,
                        which,
                        "",
                        "",
                        person,
                        "")
                .read();
    }

    private static ForeignKey relation(String child, String column, String parent, String only) {
        String[] below = child.split("\\.");
        return new ForeignKey(
                new TableName("public", below[0]),
                List.of(column),
                new TableName("public", parent),
                List.of("id"),
                true,
                RuleEntry.condition("only", only));
    }

    private static Map<String, Long> takeAll(Chats chats, RuleDetails rule, List<ForeignKey> relations)
            throws Exception {
        Map<String, Long> counts = Map.of();
        try (JdbcWork work = chats.work(rule, relations)) {
            Preview preview = work.preview();
            long gone = 0;
            Optional<String> after = Optional.empty();
            for (Optional<Taken> taken = work.take(after, 500); taken.isPresent(); taken = work.take(after, 500)) {
                work.commit();
                gone += taken.get().keys().size();
                counts = Counts.sum(counts, taken.get().counts());
                after = Optional.of(taken.get().last());
            }
            assertThat(gone).isEqualTo(preview.expired()).isPositive();
            preview.dependants()
                    .forEach((table, count) -> assertThat(count).as(table).isPositive());
            assertThat(counts).containsAllEntriesOf(preview.dependants());
        }
        return counts;
    }

    /** Every twentieth post is deleted for its readers, and stands there still; every tenth has a file. */
    private static Chats mattermost() throws Exception {
        Chats chats = Chats.on("postgresql");
        chats.run("create table posts (id varchar(26) primary key, createat bigint, updateat bigint, deleteat bigint,"
                + " userid varchar(26), channelid varchar(26), rootid varchar(26), message varchar(65535));"
                + "create table fileinfo (id varchar(26) primary key, creatorid varchar(26), postid varchar(26),"
                + " createat bigint, deleteat bigint, path varchar(512), name varchar(256));"
                + "create table reactions (userid varchar(26), postid varchar(26), emojiname varchar(64), createat"
                + " bigint, primary key (postid, userid, emojiname));"
                + "create table threadmemberships (postid varchar(26), userid varchar(26), following boolean,"
                + " primary key (postid, userid));"
                + "create table preferences (userid varchar(26), category varchar(32), name varchar(32), value"
                + " varchar(2000), primary key (userid, category, name));"
                + "create index fileinfo_of_post on fileinfo (postid);");
        String born = "(extract(epoch from now())::bigint - x * 63072000::bigint / " + ROWS + ") * 1000";
        chats.run("insert into posts select 'p' || lpad(x::text, 25, '0'), " + born + ", " + born
                + ", case when x % 20 = 0 then " + born + " + 1000 else 0 end, 'u' || x % 7, 'c' || x % 9, '', 'text'"
                + " from generate_series(1, " + ROWS + ") x;"
                + "insert into fileinfo select 'f' || lpad(row_number() over ()::text, 25, '0'), userid, id, createat, 0,"
                + " 'path', 'name' from posts where right(id, 1) = '0';"
                + "insert into reactions select 'u1', id, '+1', createat from posts;"
                + "insert into threadmemberships select id, 'u2', true from posts;"
                + "insert into preferences select 'u3', 'flagged_post', id, 'true' from posts;"
                // A channel that is called like a post.
                + "insert into preferences select 'u4', 'display_settings', id, 'x' from posts");
        return chats;
    }

    private static final List<ForeignKey> OF_POSTS = List.of(
            relation("fileinfo", "postid", "posts", ""),
            relation("reactions", "postid", "posts", ""),
            relation("threadmemberships", "postid", "posts", ""),
            relation("preferences", "name", "posts", "category = flagged_post"));

    @Test
    void postsOfMattermostGoWithWhatBelongsToThemByConventionOnly() throws Exception {
        Chats chats = mattermost();
        Map<String, Long> counts =
                takeAll(chats, rule("posts", "P12M", "createat", "epoch-millis", "", "userid"), OF_POSTS);

        long left = chats.count("posts");
        assertThat(counts).containsEntry("public.posts", ROWS - left);
        assertThat(left).isBetween(ROWS / 2 - 10L, ROWS / 2 + 10L);
        assertThat(chats.count("reactions")).isEqualTo(left);
        assertThat(chats.count("threadmemberships")).isEqualTo(left);
        assertThat(chats.number("select count(*) from preferences where category = 'flagged_post'"))
                .isEqualTo(left);
        assertThat(chats.number("select count(*) from preferences where category = 'display_settings'"))
                .isEqualTo(ROWS);
        assertThat(chats.number("select count(*) from fileinfo where postid not in (select id from posts)"))
                .isZero();
    }

    @Test
    void whatMattermostHidesAsDeletedGoesByTheTimeOfItsDeletion() throws Exception {
        Chats chats = mattermost();
        RuleDetails hidden = rule("posts", "P30D", "deleteat", "epoch-millis", "deleteat > 0", "userid");
        try (JdbcWork work = chats.work(rule("posts", "P30D", "deleteat", "epoch-millis", "", "userid"), OF_POSTS)) {
            // Zero says that a post was not deleted, and is no time.
            assertThat(work.preview().implausible()).isEqualTo(ROWS - ROWS / 20);
        }
        takeAll(chats, hidden, OF_POSTS);

        assertThat(chats.number("select count(*) from posts where deleteat = 0"))
                .isEqualTo(ROWS - ROWS / 20);
        assertThat(chats.number("select count(*) from posts where deleteat > 0"))
                .isLessThan(ROWS / 20 / 10);
    }

    private static Chats chatwoot() throws Exception {
        Chats chats = Chats.on("postgresql");
        chats.run(
                "create table contacts (id serial primary key, name varchar, email varchar, account_id integer not null,"
                        + " created_at timestamp not null);"
                        + "create table conversations (id serial primary key, account_id integer not null, status integer not"
                        + " null, contact_id bigint, created_at timestamp not null, last_activity_at timestamp not null);"
                        + "create table messages (id serial primary key, content text, account_id integer not null,"
                        + " conversation_id integer not null, message_type integer not null, created_at timestamp not null,"
                        + " sender_type varchar, sender_id bigint);"
                        + "create table attachments (id serial primary key, file_type integer, message_id integer not null,"
                        + " account_id integer not null, created_at timestamp not null);"
                        + "create table csat_survey_responses (id bigserial primary key, account_id bigint not null,"
                        + " conversation_id bigint not null, message_id bigint not null, rating integer not null, contact_id"
                        + " bigint not null);"
                        + "create table active_storage_attachments (id bigserial primary key, name varchar not null, record_type"
                        + " varchar not null, record_id bigint not null, blob_id bigint not null);"
                        + "create index on messages (conversation_id); create index on attachments (message_id);"
                        + "create index on active_storage_attachments (record_type, record_id);");
        String utc = "(now() at time zone 'UTC' - x * interval '730 days' / " + ROWS + ")";
        chats.run("insert into contacts select x, 'Name ' || x, 'c' || x || '@example.org', 1, " + utc
                + " from generate_series(1, 100) x;"
                + "insert into conversations select x, 1 + x % 2, case when x % 10 = 0 then 0 else 1 end, 1 + x % 100, "
                + utc + ", " + utc + " from generate_series(1, " + ROWS + ") x;"
                + "insert into messages select x, 'text', 1, 1 + (x - 1) / 3, 0, now(), 'Contact', 1"
                + " from generate_series(1, " + 3 * ROWS + ") x;"
                + "insert into attachments select x, 0, 3 * x, 1, now() from generate_series(1, " + ROWS + ") x;"
                + "insert into csat_survey_responses select x, 1, x, 3 * x, 5, 1 from generate_series(1, " + ROWS
                + ") x;"
                + "insert into active_storage_attachments (name, record_type, record_id, blob_id) select 'file',"
                + " 'Attachment', x, x from generate_series(1, " + ROWS + ") x;"
                // Pictures of contacts, with the same numbers.
                + "insert into active_storage_attachments (name, record_type, record_id, blob_id) select 'avatar',"
                + " 'Contact', x, x from generate_series(1, " + ROWS + ") x");
        return chats;
    }

    private static final List<ForeignKey> OF_CONVERSATIONS = List.of(
            relation("messages", "conversation_id", "conversations", ""),
            relation("csat_survey_responses", "conversation_id", "conversations", ""),
            relation("attachments", "message_id", "messages", ""),
            relation("active_storage_attachments", "record_id", "attachments", "record_type = Attachment"),
            relation("active_storage_attachments", "record_id", "contacts", "record_type = Contact"),
            relation("conversations", "contact_id", "contacts", ""));

    @Test
    void resolvedConversationsOfChatwootGoWithTheirFilesAndNoOthers() throws Exception {
        Chats chats = chatwoot();
        RuleDetails rule = rule("conversations", "P12M", "last_activity_at", "timestamp", "status = 1", "");
        Map<String, Long> counts = takeAll(chats, rule, OF_CONVERSATIONS);

        long gone = ROWS - chats.count("conversations");
        assertThat(counts)
                .containsEntry("public.messages", 3 * gone)
                .containsEntry("public.attachments", gone)
                .containsEntry("public.csat_survey_responses", gone)
                .containsEntry("public.active_storage_attachments", gone);
        assertThat(chats.number("select count(*) from conversations where status = 0"))
                .isEqualTo(ROWS / 10);
        assertThat(chats.number("select count(*) from active_storage_attachments where record_type = 'Contact'"))
                .isEqualTo(ROWS);
        assertThat(chats.count("contacts")).isEqualTo(100);
    }

    /** Numbers that have outgrown what refers to them by convention. */
    @Test
    void aColumnThatIsNarrowerThanTheKeyRefersToNothingBeyondIt() throws Exception {
        Chats chats = chatwoot();
        chats.run("alter table conversations alter column id type bigint; insert into conversations values"
                + " (5000000000, 1, 1, 1, now() - interval '2 years', now() - interval '2 years')");
        RuleDetails rule = rule("conversations", "P12M", "last_activity_at", "timestamp", "status = 1", "");

        assertThat(takeAll(chats, rule, OF_CONVERSATIONS))
                .containsEntry("public.conversations", ROWS + 1 - chats.count("conversations"));
        assertThat(chats.number("select count(*) from conversations where id > 4000000000"))
                .isZero();
    }

    @Test
    void onePersonOfChatwootGoesWithAllConversations() throws Exception {
        Chats chats = chatwoot();
        RuleDetails rule = rule("contacts", "P12M", "created_at", "timestamp", "", "email");
        Errand errand = new Errand(
                ErasureTest.storeOf(rule),
                rule,
                Chats.NOW,
                new Cutoff(Chats.NOW),
                List.of(),
                List.of(),
                OF_CONVERSATIONS,
                Optional.of(new Sought(List.of("c7@example.org"), false)),
                List.of());
        Line line = chats.line();
        try (JdbcWork work = new JdbcWork(line, Plan.of(line, errand), errand, new Pseudonyms(new byte[32]))) {
            assertThat(work.preview().expired()).isEqualTo(1);
            Taken taken = work.take(Optional.empty(), 10).orElseThrow();
            work.commit();
            assertThat(taken.counts())
                    .containsEntry("public.contacts", 1L)
                    .containsEntry("public.conversations", ROWS / 100L)
                    .containsEntry("public.messages", 3 * ROWS / 100L)
                    .containsEntry("public.active_storage_attachments", ROWS / 100L + 1);
        }
        assertThat(chats.number("select count(*) from conversations where contact_id = 7"))
                .isZero();
        assertThat(chats.count("contacts")).isEqualTo(99);
    }
}

package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.document.Diff.Hunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiffTest {

    @Test
    void equal_lists_have_no_hunks() {
        assertThat(Diff.between(words("a b c"), words("a b c"), 0)).isEmpty();
        assertThat(Diff.between(words(""), words(""), 0)).isEmpty();
    }

    @Test
    void what_was_replaced_added_or_removed_is_found() {
        assertThat(Diff.between(words("a b c d"), words("a x c d"), 0)).containsExactly(new Hunk(1, 2, 1, 2));
        assertThat(Diff.between(words("a b"), words("a x b"), 0)).containsExactly(new Hunk(1, 1, 1, 2));
        assertThat(Diff.between(words("a x b"), words("a b"), 0)).containsExactly(new Hunk(1, 2, 1, 1));
        assertThat(Diff.between(words("a b c d e"), words("x b c d y"), 0))
                .containsExactly(new Hunk(0, 1, 0, 1), new Hunk(4, 5, 4, 5));
    }

    @Test
    void hunks_close_to_each_other_are_told_as_one() {
        assertThat(Diff.between(words("a b c"), words("x b y"), 1)).containsExactly(new Hunk(0, 3, 0, 3));
    }

    @Test
    void applying_the_hunks_turns_the_one_list_into_the_other() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            List<Integer> a = numbers(random);
            List<Integer> b = numbers(random);
            assertThat(applied(a, b, Diff.between(a, b, 0))).isEqualTo(b);
            assertThat(applied(a, b, Diff.between(a, b, 2))).isEqualTo(b);
        }
    }

    @Test
    void lists_that_have_little_in_common_are_one_hunk() {
        List<Integer> a = IntStream.range(0, 5_000).boxed().toList();
        List<Integer> b = IntStream.range(10_000, 15_000).boxed().toList();

        assertThat(Diff.between(a, b, 0)).containsExactly(new Hunk(0, 5_000, 0, 5_000));
    }

    private static List<Integer> applied(List<Integer> a, List<Integer> b, List<Hunk> hunks) {
        List<Integer> result = new ArrayList<>();
        int at = 0;
        for (Hunk hunk : hunks) {
            result.addAll(a.subList(at, hunk.fromA()));
            result.addAll(b.subList(hunk.fromB(), hunk.toB()));
            at = hunk.toA();
        }
        result.addAll(a.subList(at, a.size()));
        return result;
    }

    private static List<Integer> numbers(Random random) {
        return random.ints(random.nextInt(12), 0, 4).boxed().toList();
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }
}

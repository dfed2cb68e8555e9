package org.entente.catalog.watermark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A copy, ready to be compared with the marks of many keys.
 *
 * <p>Under a key that had no part in a copy, what is observed agrees with it by chance only, whatever the copy says: the dice
 * are the key's. So the chance stated bounds the risk to accuse somebody wrongly, on clean, foreign or forged copies alike.
 */
public final class Comparison {
    /** More would not make anyone surer. */
    private static final int MOST_FORMS = 512;

    private static final int MOST_ORDERS = 64;
    private static final int LONGEST_ORDER = 32;

    private final Map<Channel, List<Observation.Form>> forms = new EnumMap<>(Channel.class);
    private final Map<Channel, List<Observation.Order>> orders = new EnumMap<>(Channel.class);
    private final Map<Channel, double[]> chances = new EnumMap<>(Channel.class);

    private Comparison(List<Observation> observations) {
        for (Channel channel : Channel.values()) {
            List<Observation.Form> found = spread(of(observations, channel, Observation.Form.class), MOST_FORMS);
            if (!found.isEmpty()) {
                forms.put(channel, found);
                chances.put(channel, Chance.ofForms(found.size(), found.get(0).forms()));
            }
            List<Observation.Order> ordered = spread(of(observations, channel, Observation.Order.class), MOST_ORDERS);
            if (!ordered.isEmpty()) {
                orders.put(channel, ordered);
                chances.put(
                        channel,
                        Chance.ofOrders(ordered.stream()
                                .map(order -> order.contexts().size())
                                .toList()));
            }
        }
    }

    /**
     * How well a channel of a copy agrees with a key.
     *
     * @param observed how many places, or pairs, there are to look at
     * @param agreeing how many of them are as the key wants them
     * @param chance that as many agree with a key that had no part in it
     */
    public record Agreement(Channel channel, int observed, int agreeing, double chance) {}

    /** Of a text. */
    public static Comparison ofText(String text) {
        return new Comparison(TextMarks.observe(text));
    }

    /** Of STIX objects, in the order in which they were found. */
    public static Comparison ofObjects(List<ObjectNode> objects) {
        return new Comparison(StixMarks.observe(objects));
    }

    /** In how many channels there is anything to look at. */
    public int channels() {
        return chances.size();
    }

    /** How well it agrees with a key, by channel. */
    public List<Agreement> with(MarkKey key) {
        List<Agreement> agreements = new ArrayList<>();
        forms.forEach((channel, found) -> agreements.add(agreement(channel, found.size(), agreeing(found, key))));
        orders.forEach((channel, found) -> {
            int pairs = found.stream()
                    .mapToInt(order -> pairs(order.contexts().size()))
                    .sum();
            agreements.add(agreement(
                    channel,
                    pairs,
                    found.stream().mapToInt(order -> inOrder(order, key)).sum()));
        });
        return agreements;
    }

    private Agreement agreement(Channel channel, int observed, int agreeing) {
        return new Agreement(channel, observed, agreeing, chances.getOrDefault(channel, new double[0])[agreeing]);
    }

    private static int agreeing(List<Observation.Form> found, MarkKey key) {
        long[] numbers =
                key.numbers(found.stream().map(Observation.Form::context).toList());
        int agreeing = 0;
        for (int index = 0; index < numbers.length; index++) {
            if (numbers[index] % found.get(index).forms() == found.get(index).found()) {
                agreeing++;
            }
        }
        return agreeing;
    }

    private static int inOrder(Observation.Order order, MarkKey key) {
        long[] numbers = key.numbers(order.contexts());
        int agreeing = 0;
        for (int later = 1; later < numbers.length; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                agreeing += numbers[earlier] < numbers[later] ? 1 : 0;
            }
        }
        return agreeing;
    }

    private static int pairs(int things) {
        return things * (things - 1) / 2;
    }

    private static <T extends Observation> List<T> of(List<Observation> observations, Channel channel, Class<T> kind) {
        return observations.stream()
                .filter(observation -> observation.channel() == channel)
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(observation -> !(observation instanceof Observation.Order order)
                        || order.contexts().size() <= LONGEST_ORDER)
                .toList();
    }

    /** Some of all parts of the copy. */
    private static <T> List<T> spread(List<T> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<T> some = new ArrayList<>(most);
        for (int index = 0; index < most; index++) {
            some.add(all.get((int) ((long) index * all.size() / most)));
        }
        return some;
    }
}

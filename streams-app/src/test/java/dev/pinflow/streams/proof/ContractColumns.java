package dev.pinflow.streams.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pinflow.contract.Entity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The curated columns of a well-formed row, straight from the words of the data contract, section 4. Shares no code with
 * what it is compared to.
 */
final class ContractColumns {
    private static final Pattern EDGES = Pattern.compile("^[ \\t\\r\\n\\u00A0]+|[ \\t\\r\\n\\u00A0]+$(?!\\n)");
    private static final Pattern COUNT = Pattern.compile("(\\d+|\\d{1,3}(?:,\\d{3})+)(\\.\\d+)?([kKmM]?)");
    private static final Map<String, Set<String>> SENTINELS = Map.of(
            "title", Set.of("No Title Data Available"),
            "description", Set.of("No description available Story format", "No description available", "Untitled"),
            "poster_name", Set.of("User Info Error"),
            "follower_count", Set.of("User Info Error"),
            "tag_list", Set.of("N,o, ,T,a,g,s, ,A,v,a,i,l,a,b,l,e"),
            "image_src", Set.of("Image src error.", "Image src error"));

    private ContractColumns() {}

    static Map<String, Object> of(Entity entity, JsonNode raw) {
        return switch (entity) {
            case PIN -> pin(raw);
            case GEO -> geo(raw);
            case USER -> user(raw);
        };
    }

    private static Map<String, Object> pin(JsonNode raw) {
        Map<String, Object> pin = new LinkedHashMap<>();
        pin.put("ind", raw.get("index").asInt());
        pin.put("unique_id", raw.get("unique_id").asText());
        pin.put("title", text(raw, "title"));
        pin.put("description", text(raw, "description"));
        pin.put("follower_count", count(text(raw, "follower_count")));
        for (String column : List.of("poster_name", "tag_list", "is_image_or_video", "image_src")) {
            pin.put(column, text(raw, column));
        }
        String location = text(raw, "save_location");
        pin.put("save_location", location == null ? null : location.replaceFirst("^Local save in ", ""));
        pin.put("category", trimmed(raw.get("category").asText()));
        pin.put("defects", List.of());
        return pin;
    }

    private static Map<String, Object> geo(JsonNode raw) {
        Map<String, Object> geo = new LinkedHashMap<>();
        geo.put("ind", raw.get("ind").asInt());
        geo.put("country", raw.get("country").asText());
        geo.put(
                "coordinates",
                List.of(raw.get("latitude").asDouble(), raw.get("longitude").asDouble()));
        geo.put("timestamp", millis(raw.get("timestamp").asText()));
        geo.put("defects", List.of());
        return geo;
    }

    private static Map<String, Object> user(JsonNode raw) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("ind", raw.get("ind").asInt());
        user.put(
                "user_name",
                trimmed(trimmed(raw.get("first_name").asText()) + " "
                        + trimmed(raw.get("last_name").asText())));
        user.put("age", raw.get("age").asInt());
        user.put("date_joined", millis(raw.get("date_joined").asText()));
        user.put("defects", List.of());
        return user;
    }

    private static String text(JsonNode raw, String column) {
        JsonNode value = raw.get(column);
        if (value == null || value.isNull()) {
            return null;
        }
        String trimmed = trimmed(value.asText());
        boolean nothing = trimmed.isEmpty()
                || Set.of("null", "None").contains(trimmed)
                || SENTINELS.getOrDefault(column, Set.of()).contains(trimmed);
        return nothing ? null : value.asText();
    }

    private static String trimmed(String text) {
        return EDGES.matcher(text).replaceAll("");
    }

    private static Integer count(String text) {
        if (text == null) {
            return null;
        }
        Matcher count = COUNT.matcher(trimmed(text));
        if (!count.matches()) {
            throw new IllegalArgumentException("No count: " + text);
        }
        String number = count.group(1).replace(",", "") + (count.group(2) == null ? "" : count.group(2));
        int places = switch (count.group(3)) {
            case "k", "K" -> 3;
            case "m", "M" -> 6;
            default -> 0;
        };
        return new BigDecimal(number)
                .movePointRight(places)
                .setScale(0, RoundingMode.HALF_EVEN)
                .intValueExact();
    }

    private static long millis(String text) {
        String iso = text.replace(' ', 'T').replaceFirst("^(\\d{4}):(\\d{2}):", "$1-$2-");
        return LocalDateTime.parse(iso.replaceFirst("Z$", ""))
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }
}

package dev.pinflow.benchmarks.rds;

/** The three tables of posts, in the shape that the data contract gives them, with made-up rows of usual sizes. */
enum PostTable {
    PIN("pin", "pinterest_data", "index", """
            `index` BIGINT PRIMARY KEY, unique_id TEXT, title TEXT, description TEXT, poster_name TEXT,
            follower_count TEXT, tag_list TEXT, is_image_or_video TEXT, image_src TEXT, downloaded BIGINT,
            save_location TEXT, category TEXT""", """
            seq,
            CONCAT_WS('-', SUBSTR(hash, 1, 8), SUBSTR(hash, 9, 4), SUBSTR(hash, 13, 4), SUBSTR(hash, 17, 4),
                SUBSTR(hash, 21)),
            CONCAT(ELT(1 + seq % 4, 'Small balcony ideas', 'A winter wardrobe', 'Paint like a child', 'Dinner for two'),
                ' that cost next to nothing, part ', seq),
            CONCAT('What we learnt when we tried number ', seq, ': "less is more" holds until it does not. ',
                ELT(1 + seq % 3, 'Start with the light, then the colours, ', 'Ask a friend first, then measure, ',
                    'Take the tape, the ruler and the saw, '),
                'and leave the rest for a rainy weekend \u2026\u00a0'),
            CONCAT(ELT(1 + seq % 4, 'The Slow Home', 'Ana & Pavel', 'caf\u00e9 noir', 'Studio Nine'), ' ', seq % 5003),
            CONCAT(1 + seq % 900, ELT(1 + seq % 3, '', 'k', 'M')),
            CONCAT('Home Ideas,Small Spaces,Weekend Projects,Do It Yourself,Colour Schemes,Tag ', seq % 997),
            IF(seq % 10 = 0, 'multi-video(story page format)', 'image'),
            CONCAT('https://i.example.org/originals/', SUBSTR(hash, 1, 2), '/', SUBSTR(hash, 3, 2), '/', hash, '.jpg'),
            1,
            CONCAT('Local save in /data/', ELT(1 + seq % 4, 'home-decor', 'mens-fashion', 'art', 'event-planning')),
            ELT(1 + seq % 4, 'home-decor', 'mens-fashion', 'art', 'event-planning')"""),
    GEO("geo", "geolocation_data", "ind", """
            ind BIGINT PRIMARY KEY, timestamp DATETIME, latitude FLOAT, longitude FLOAT, country TEXT""", """
            seq,
            '2017-10-19' + INTERVAL CRC32(hash) % 157766400 SECOND,
            CRC32(CONCAT(hash, 'a')) % 1800000 / 10000 - 90,
            CRC32(CONCAT(hash, 'o')) % 3600000 / 10000 - 180,
            ELT(1 + seq % 5, 'Albania', 'Cote d''Ivoire', 'Bosnia and Herzegovina', 'French Southern Territories',
                'Antarctica (the territory South of 60 deg S)')"""),
    USER("user", "user_data", "ind", """
            ind BIGINT PRIMARY KEY, first_name TEXT, last_name TEXT, age BIGINT, date_joined DATETIME""", """
            seq,
            ELT(1 + seq % 7, 'Abigail', 'Christopher', 'Zo\u00eb', 'Li', 'Alexandria', 'Tom', 'Bartholomew'),
            ELT(1 + seq % 5, 'Ali', 'Montgomery', 'Garc\u00eda Fern\u00e1ndez', 'Ng', 'Featherstone'),
            20 + seq % 41,
            '2015-10-21' + INTERVAL CRC32(hash) % 63072000 SECOND""");

    private final String shortName;
    private final String table;
    private final String key;
    private final String columns;
    private final String values;

    PostTable(String shortName, String table, String key, String columns, String values) {
        this.shortName = shortName;
        this.table = table;
        this.key = key;
        this.columns = columns;
        this.values = values;
    }

    /** The last part of its topic's name. */
    String shortName() {
        return shortName;
    }

    String table() {
        return table;
    }

    String creation() {
        return "CREATE OR REPLACE TABLE %s (%s)".formatted(table, columns);
    }

    /** Inserts the rows with these keys, both included. */
    String insertion(long first, long last) {
        return "INSERT INTO %s SELECT %s FROM (SELECT seq, MD5(seq) AS hash FROM seq_%d_to_%d) AS numbers"
                .formatted(table, values, first, last);
    }

    /** All rows in the order of their keys. */
    String selection() {
        return "SELECT * FROM %s ORDER BY `%s`".formatted(table, key);
    }
}

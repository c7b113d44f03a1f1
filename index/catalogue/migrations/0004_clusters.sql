-- Reprints are looked up with every search that lets them share a line; without this index that reads every
-- article.
CREATE INDEX article_clustered ON article (id, cluster) WHERE cluster IS NOT NULL AND state = 'current';

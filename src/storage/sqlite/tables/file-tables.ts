import {
  blob,
  blobOrNull,
  empty,
  id,
  integer,
  integerOrNull,
  text,
  textOrNull,
  zero,
} from './column.ts'

/** Uploaded files. */
// biome-ignore format: a table
export const fileTables = {
  image: {
    columns: {
      img_name: empty, img_size: zero, img_width: zero, img_height: zero, img_metadata: blob,
      img_bits: zero, img_media_type: textOrNull,
      img_major_mime: "TEXT DEFAULT 'unknown' NOT NULL",
      img_minor_mime: "BLOB DEFAULT 'unknown' NOT NULL", img_description_id: integer,
      img_actor: integer, img_timestamp: blob, img_sha1: empty,
    },
    key: 'img_name',
    index: {
      img_actor_timestamp: 'img_actor, img_timestamp', img_size: 'img_size',
      img_timestamp: 'img_timestamp', img_sha1: 'img_sha1',
      img_media_mime: 'img_media_type, img_major_mime, img_minor_mime',
    },
  },
  oldimage: {
    columns: {
      oi_name: empty, oi_archive_name: empty, oi_size: zero, oi_width: zero, oi_height: zero,
      oi_bits: zero, oi_description_id: integer, oi_actor: integer, oi_timestamp: blob,
      oi_metadata: blob, oi_media_type: textOrNull,
      oi_major_mime: "TEXT DEFAULT 'unknown' NOT NULL",
      oi_minor_mime: "BLOB DEFAULT 'unknown' NOT NULL", oi_deleted: zero, oi_sha1: empty,
    },
    index: {
      oi_actor_timestamp: 'oi_actor, oi_timestamp', oi_name_timestamp: 'oi_name, oi_timestamp',
      oi_name_archive_name: 'oi_name, oi_archive_name', oi_sha1: 'oi_sha1',
      oi_timestamp: 'oi_timestamp',
    },
  },
  filearchive: {
    columns: {
      fa_id: id, fa_name: empty, fa_archive_name: "BLOB DEFAULT ''",
      fa_storage_group: blobOrNull, fa_storage_key: "BLOB DEFAULT ''",
      fa_deleted_user: integerOrNull, fa_deleted_timestamp: blobOrNull,
      fa_deleted_reason_id: integer, fa_size: 'INTEGER DEFAULT 0',
      fa_width: 'INTEGER DEFAULT 0', fa_height: 'INTEGER DEFAULT 0', fa_metadata: blobOrNull,
      fa_bits: 'INTEGER DEFAULT 0', fa_media_type: textOrNull,
      fa_major_mime: "TEXT DEFAULT 'unknown'", fa_minor_mime: "BLOB DEFAULT 'unknown'",
      fa_description_id: integer, fa_actor: integer, fa_timestamp: blobOrNull, fa_deleted: zero,
      fa_sha1: empty,
    },
    index: {
      fa_name: 'fa_name, fa_timestamp', fa_storage_group: 'fa_storage_group, fa_storage_key',
      fa_deleted_timestamp: 'fa_deleted_timestamp', fa_actor_timestamp: 'fa_actor, fa_timestamp',
      fa_sha1: 'fa_sha1',
    },
  },
  uploadstash: {
    columns: {
      us_id: id, us_user: integer, us_key: text, us_orig_path: text, us_path: text,
      us_source_type: textOrNull, us_timestamp: blob, us_status: text,
      us_chunk_inx: integerOrNull, us_props: blobOrNull, us_size: integer, us_sha1: text,
      us_mime: textOrNull, us_media_type: textOrNull, us_image_width: integerOrNull,
      us_image_height: integerOrNull, us_image_bits: integerOrNull,
    },
    unique: { us_key: 'us_key' },
    index: { us_user: 'us_user', us_timestamp: 'us_timestamp' },
  },
} as const

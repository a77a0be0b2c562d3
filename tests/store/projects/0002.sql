BEGIN TRANSACTION;
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE alias (
	id INTEGER NOT NULL, 
	category_id INTEGER NOT NULL, 
	ordinal INTEGER DEFAULT '0' NOT NULL, 
	text TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_alias PRIMARY KEY (id), 
	CONSTRAINT fk_alias_category_id FOREIGN KEY(category_id) REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "alias" VALUES(12,6,0,'小镇议会');
INSERT INTO "alias" VALUES(61,6,1,'镇长');
INSERT INTO "alias" VALUES(62,6,2,'the mayor');
CREATE TABLE annotation (
	id INTEGER NOT NULL, 
	uid VARCHAR(27) NOT NULL, 
	article_id INTEGER NOT NULL, 
	coder_id INTEGER NOT NULL, 
	layer_id INTEGER NOT NULL, 
	start INTEGER, 
	"end" INTEGER, 
	quote TEXT DEFAULT '' NOT NULL, 
	certainty TEXT DEFAULT '' NOT NULL, 
	memo TEXT DEFAULT '' NOT NULL, 
	created TEXT DEFAULT '' NOT NULL, 
	modified TEXT DEFAULT '' NOT NULL, 
	version_id INTEGER, 
	reviewed_id INTEGER, 
	CONSTRAINT pk_annotation PRIMARY KEY (id), 
	CONSTRAINT uq_annotation_uid UNIQUE (uid), 
	CONSTRAINT fk_annotation_article_id FOREIGN KEY(article_id) REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_annotation_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_annotation_layer_id FOREIGN KEY(layer_id) REFERENCES layer (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_annotation_version_id FOREIGN KEY(version_id) REFERENCES codebook_version (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_annotation_reviewed_id FOREIGN KEY(reviewed_id) REFERENCES codebook_version (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "annotation" VALUES(44,'n01m34qdj0axbqakxfnyjkzs1hz',34,32,13,9,15,'镇长称赞议员','sure','镇长的表态','2026-09-22T14:13:20.009Z','2026-09-22T14:13:20.027Z',NULL,NULL);
INSERT INTO "annotation" VALUES(50,'n01m34qdj0hn56tbj32rn0t79sq',34,32,15,NULL,NULL,'','sure','','2026-09-22T14:13:20.016Z','2026-09-22T14:13:20.016Z',NULL,NULL);
INSERT INTO "annotation" VALUES(66,'n01m34qdj13cvv947hr947t7c4j',35,32,14,0,2,'甲方','sure','','2026-09-22T14:13:20.034Z','2026-09-22T14:13:20.034Z',53,NULL);
INSERT INTO "annotation" VALUES(77,'n01m379t903zy7yaqdn53sqpj1r',34,75,14,0,2,'小镇','sure','','2026-09-23T14:13:20.000Z','2026-09-23T14:13:20.000Z',53,NULL);
CREATE TABLE annotation_value (
	id INTEGER NOT NULL, 
	annotation_id INTEGER NOT NULL, 
	variable_id INTEGER NOT NULL, 
	ordinal INTEGER DEFAULT '0' NOT NULL, 
	category_id INTEGER, 
	number FLOAT, 
	text TEXT, 
	link_id INTEGER, 
	missing INTEGER, 
	CONSTRAINT pk_annotation_value PRIMARY KEY (id), 
	CONSTRAINT uq_annotation_value_annotation_id_variable_id_ordinal UNIQUE (annotation_id, variable_id, ordinal), 
	CONSTRAINT fk_annotation_value_annotation_id FOREIGN KEY(annotation_id) REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_annotation_value_variable_id FOREIGN KEY(variable_id) REFERENCES variable (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_annotation_value_category_id FOREIGN KEY(category_id) REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_annotation_value_link_id FOREIGN KEY(link_id) REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "annotation_value" VALUES(45,44,16,0,6,NULL,NULL,NULL,NULL);
INSERT INTO "annotation_value" VALUES(46,44,17,0,10,NULL,NULL,NULL,NULL);
INSERT INTO "annotation_value" VALUES(51,50,29,0,NULL,NULL,'新闻',NULL,NULL);
INSERT INTO "annotation_value" VALUES(67,66,28,0,11,NULL,NULL,NULL,NULL);
INSERT INTO "annotation_value" VALUES(68,66,26,0,7,NULL,NULL,NULL,NULL);
INSERT INTO "annotation_value" VALUES(78,77,28,0,11,NULL,NULL,NULL,NULL);
INSERT INTO "annotation_value" VALUES(79,77,26,0,7,NULL,NULL,NULL,NULL);
CREATE TABLE article (
	id INTEGER NOT NULL, 
	uid VARCHAR(27) NOT NULL, 
	ordinal INTEGER DEFAULT '0' NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	source TEXT DEFAULT '' NOT NULL, 
	author TEXT DEFAULT '' NOT NULL, 
	published TEXT DEFAULT '' NOT NULL, 
	url TEXT DEFAULT '' NOT NULL, 
	language TEXT DEFAULT '' NOT NULL, 
	script TEXT DEFAULT '' NOT NULL, 
	genre TEXT DEFAULT '' NOT NULL, 
	file_name TEXT DEFAULT '' NOT NULL, 
	imported TEXT DEFAULT '' NOT NULL, 
	length INTEGER DEFAULT '0' NOT NULL, 
	text_sha256 VARCHAR(64) NOT NULL, 
	same_as_id INTEGER, 
	CONSTRAINT pk_article PRIMARY KEY (id), 
	CONSTRAINT uq_article_uid UNIQUE (uid), 
	CONSTRAINT fk_article_text_sha256 FOREIGN KEY(text_sha256) REFERENCES text_version (sha256), 
	CONSTRAINT fk_article_same_as_id FOREIGN KEY(same_as_id) REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "article" VALUES(34,'a01m34qdj030skqz3v5bmr7tz1a',1,'第一篇','','','','','zh','','','第一篇.txt','2026-09-22T14:13:20.000Z',31,'526d7c8839d75ee9e5287ad3c7c717c74d58fde70e341cc26f2fd65807e21f79',NULL);
INSERT INTO "article" VALUES(35,'a01m34qdj04jrazwh3mg5zzzb9j',2,'第二篇','','','','','zh','','','第二篇.txt','2026-09-22T14:13:20.000Z',36,'805fe8414459058a7eeabdea2f39b5da2b411f43d72b35aa9974f652cd1e97b2',NULL);
CREATE TABLE article_status (
	id INTEGER NOT NULL, 
	article_id INTEGER NOT NULL, 
	coder_id INTEGER NOT NULL, 
	status TEXT DEFAULT '' NOT NULL, 
	modified TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_article_status PRIMARY KEY (id), 
	CONSTRAINT uq_article_status_article_id_coder_id UNIQUE (article_id, coder_id), 
	CONSTRAINT fk_article_status_article_id FOREIGN KEY(article_id) REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_article_status_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "article_status" VALUES(42,34,32,'done','2026-09-22T14:13:20.030Z');
INSERT INTO "article_status" VALUES(69,35,32,'in_progress','2026-09-22T14:13:20.034Z');
INSERT INTO "article_status" VALUES(80,34,75,'in_progress','2026-09-23T14:13:20.000Z');
CREATE TABLE attribute (
	id INTEGER NOT NULL, 
	code_list_id INTEGER NOT NULL, 
	ordinal INTEGER DEFAULT '0' NOT NULL, 
	"key" TEXT DEFAULT '' NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	label_zh TEXT DEFAULT '' NOT NULL, 
	label_en TEXT DEFAULT '' NOT NULL, 
	values_list_id INTEGER, 
	CONSTRAINT pk_attribute PRIMARY KEY (id), 
	CONSTRAINT uq_attribute_code_list_id_key UNIQUE (code_list_id, "key"), 
	CONSTRAINT fk_attribute_code_list_id FOREIGN KEY(code_list_id) REFERENCES code_list (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_attribute_values_list_id FOREIGN KEY(values_list_id) REFERENCES code_list (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE category (
	id INTEGER NOT NULL, 
	uid VARCHAR(27) NOT NULL, 
	code_list_id INTEGER NOT NULL, 
	ordinal INTEGER DEFAULT '0' NOT NULL, 
	"key" TEXT DEFAULT '' NOT NULL, 
	code INTEGER NOT NULL, 
	score FLOAT, 
	label_zh TEXT DEFAULT '' NOT NULL, 
	label_en TEXT DEFAULT '' NOT NULL, 
	definition_zh TEXT DEFAULT '' NOT NULL, 
	definition_en TEXT DEFAULT '' NOT NULL, 
	include_zh TEXT DEFAULT '' NOT NULL, 
	include_en TEXT DEFAULT '' NOT NULL, 
	exclude_zh TEXT DEFAULT '' NOT NULL, 
	exclude_en TEXT DEFAULT '' NOT NULL, 
	example_zh TEXT DEFAULT '' NOT NULL, 
	example_en TEXT DEFAULT '' NOT NULL, 
	source TEXT DEFAULT '' NOT NULL, 
	colour TEXT DEFAULT '' NOT NULL, 
	shortcut TEXT DEFAULT '' NOT NULL, 
	retired INTEGER DEFAULT '0' NOT NULL, 
	parent_id INTEGER, 
	same_as_id INTEGER, 
	CONSTRAINT pk_category PRIMARY KEY (id), 
	CONSTRAINT uq_category_code_list_id_key UNIQUE (code_list_id, "key"), 
	CONSTRAINT uq_category_code_list_id_code UNIQUE (code_list_id, code), 
	CONSTRAINT uq_category_uid UNIQUE (uid), 
	CONSTRAINT fk_category_code_list_id FOREIGN KEY(code_list_id) REFERENCES code_list (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_category_parent_id FOREIGN KEY(parent_id) REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_category_same_as_id FOREIGN KEY(same_as_id) REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "category" VALUES(6,'g01m3250v03fdt7bz842a70dnw3',4,0,'TOWN',1,NULL,'小镇','the town','','','','','','','','','','','',0,NULL,NULL);
INSERT INTO "category" VALUES(7,'g01m3250v04hq7ydt0mamcwegd3',4,1,'FIRM',2,NULL,'商会','the chamber','','','','','','','','','','','',0,NULL,NULL);
INSERT INTO "category" VALUES(9,'g01m3250v06nmehjffjmvnh52c2',4,3,'GONE',4,NULL,'旧镇','the old town','','','','','','','','','','','',1,NULL,NULL);
INSERT INTO "category" VALUES(10,'g01m3250v07t3tn1z06pp4w1ncc',5,0,'n1',1,-1.0,'反对','against','','','','','','','','','','','',0,NULL,NULL);
INSERT INTO "category" VALUES(11,'g01m3250v08n4x2x2jw0vkgjaxe',5,1,'p1',2,1.0,'赞成','for','','','','','','','','','','','',0,NULL,NULL);
INSERT INTO "category" VALUES(55,'g01m34qdj0qc4ydqshvbh7y2nq8',4,4,'PORT',5,NULL,'港口','the port','','','','','','','','','','','',0,NULL,NULL);
CREATE TABLE category_attribute (
	id INTEGER NOT NULL, 
	category_id INTEGER NOT NULL, 
	attribute_id INTEGER NOT NULL, 
	value TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_category_attribute PRIMARY KEY (id), 
	CONSTRAINT uq_category_attribute_category_id_attribute_id UNIQUE (category_id, attribute_id), 
	CONSTRAINT fk_category_attribute_category_id FOREIGN KEY(category_id) REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_category_attribute_attribute_id FOREIGN KEY(attribute_id) REFERENCES attribute (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE change (
	operation_id INTEGER NOT NULL, 
	step INTEGER NOT NULL, 
	row_id INTEGER NOT NULL, 
	table_name TEXT NOT NULL, 
	verb TEXT NOT NULL, 
	"before" JSON, 
	"after" JSON, 
	CONSTRAINT pk_change PRIMARY KEY (operation_id, step, row_id), 
	CONSTRAINT fk_change_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

;
INSERT INTO "change" VALUES(1,1,2,'setting','insert',NULL,'{"id":2,"key":"codebook_name_zh","value":"测试手册"}');
INSERT INTO "change" VALUES(1,1,3,'setting','insert',NULL,'{"id":3,"key":"codebook_name_en","value":"Test codebook"}');
INSERT INTO "change" VALUES(1,2,4,'code_list','insert',NULL,'{"id":4,"uid":"k01m3250v01m2dv8dwqdwb3cq84","ordinal":0,"key":"actors","label_zh":"行为体","label_en":"Actors","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","ordered":0}');
INSERT INTO "change" VALUES(1,2,5,'code_list','insert',NULL,'{"id":5,"uid":"k01m3250v02nksa528fg456djt9","ordinal":1,"key":"positions","label_zh":"立场","label_en":"Positions","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","ordered":0}');
INSERT INTO "change" VALUES(1,3,6,'category','insert',NULL,'{"id":6,"uid":"g01m3250v03fdt7bz842a70dnw3","code_list_id":4,"ordinal":0,"key":"TOWN","code":1,"score":null,"label_zh":"小镇","label_en":"the town","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","source":"","colour":"","shortcut":"","retired":0,"parent_id":null,"same_as_id":null}');
INSERT INTO "change" VALUES(1,3,7,'category','insert',NULL,'{"id":7,"uid":"g01m3250v04hq7ydt0mamcwegd3","code_list_id":4,"ordinal":1,"key":"FIRM","code":2,"score":null,"label_zh":"商会","label_en":"the chamber","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","source":"","colour":"","shortcut":"","retired":0,"parent_id":null,"same_as_id":null}');
INSERT INTO "change" VALUES(1,3,8,'category','insert',NULL,'{"id":8,"uid":"g01m3250v05nsx2xnsj1ca8368y","code_list_id":4,"ordinal":2,"key":"MAYOR","code":3,"score":null,"label_zh":"镇长","label_en":"the mayor","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","source":"","colour":"","shortcut":"","retired":0,"parent_id":6,"same_as_id":null}');
INSERT INTO "change" VALUES(1,3,9,'category','insert',NULL,'{"id":9,"uid":"g01m3250v06nmehjffjmvnh52c2","code_list_id":4,"ordinal":3,"key":"GONE","code":4,"score":null,"label_zh":"旧镇","label_en":"the old town","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","source":"","colour":"","shortcut":"","retired":1,"parent_id":null,"same_as_id":null}');
INSERT INTO "change" VALUES(1,3,10,'category','insert',NULL,'{"id":10,"uid":"g01m3250v07t3tn1z06pp4w1ncc","code_list_id":5,"ordinal":0,"key":"n1","code":1,"score":-1.0,"label_zh":"反对","label_en":"against","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","source":"","colour":"","shortcut":"","retired":0,"parent_id":null,"same_as_id":null}');
INSERT INTO "change" VALUES(1,3,11,'category','insert',NULL,'{"id":11,"uid":"g01m3250v08n4x2x2jw0vkgjaxe","code_list_id":5,"ordinal":1,"key":"p1","code":2,"score":1.0,"label_zh":"赞成","label_en":"for","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","source":"","colour":"","shortcut":"","retired":0,"parent_id":null,"same_as_id":null}');
INSERT INTO "change" VALUES(1,4,12,'alias','insert',NULL,'{"id":12,"category_id":6,"ordinal":0,"text":"小镇议会"}');
INSERT INTO "change" VALUES(1,5,13,'layer','insert',NULL,'{"id":13,"uid":"l01m3250v09afwcp97gfvwmxm61","ordinal":0,"key":"stance","label_zh":"立场","label_en":"stance","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","scope":"span","shape":"thin_line","shortcut":"","complete":"[[\"holder\"], [\"position\"]]","retired":0,"wants":"[]"}');
INSERT INTO "change" VALUES(1,5,14,'layer','insert',NULL,'{"id":14,"uid":"l01m3250v0akdxfwqykefr5ddwp","ordinal":1,"key":"actor","label_zh":"行为体","label_en":"actor","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","scope":"span","shape":"thin_line","shortcut":"","complete":"[[\"actor\"]]","retired":0,"wants":"[]"}');
INSERT INTO "change" VALUES(1,5,15,'layer','insert',NULL,'{"id":15,"uid":"l01m3250v0b7xm5eqkqj71tygzb","ordinal":2,"key":"article","label_zh":"文章","label_en":"article","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","scope":"article","shape":"thin_line","shortcut":"","complete":"[]","retired":0,"wants":"[]"}');
INSERT INTO "change" VALUES(1,6,16,'variable','insert',NULL,'{"id":16,"uid":"v01m3250v0c7znetnyg0sfrvxfc","layer_id":13,"ordinal":0,"key":"holder","kind":"category","label_zh":"持有者","label_en":"holder","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","question_zh":"","question_en":"","code_list_id":4,"several":0,"requires":"","default_value":"","folded":0,"retired":0}');
INSERT INTO "change" VALUES(1,6,17,'variable','insert',NULL,'{"id":17,"uid":"v01m3250v0dg8s3zq8evgxg7pfx","layer_id":13,"ordinal":1,"key":"position","kind":"category","label_zh":"立场","label_en":"position","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","question_zh":"","question_en":"","code_list_id":5,"several":0,"requires":"","default_value":"","folded":0,"retired":0}');
INSERT INTO "change" VALUES(1,6,18,'variable','insert',NULL,'{"id":18,"uid":"v01m3250v0ewg8nsxfb1z3vgqtj","layer_id":13,"ordinal":2,"key":"sources","kind":"category","label_zh":"来源","label_en":"sources","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","question_zh":"","question_en":"","code_list_id":4,"several":1,"requires":"","default_value":"","folded":0,"retired":0}');
INSERT INTO "change" VALUES(1,6,19,'variable','insert',NULL,'{"id":19,"uid":"v01m3250v0ftbpx4a4v564tdr2e","layer_id":13,"ordinal":3,"key":"share","kind":"real","label_zh":"份额","label_en":"share","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","question_zh":"","question_en":"","code_list_id":null,"several":0,"requires":"","default_value":"","folded":0,"retired":0}');
INSERT INTO "change" VALUES(1,6,20,'variable','insert',NULL,'{"id":20,"uid":"v01m3250v0gnj89xj87gjbb2q9n","layer_id":13,"ordinal":4,"key":"rank","kind":"integer","label_zh":"名次","label_en":"rank","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","question_zh":"","question_en":"","code_list_id":null,"several":0,"requires":"","default_value":"","folded":0,"retired":0}');
INSERT INTO "change" VALUES(1,6,21,'variable','insert',NULL,'{"id":21,"uid":"v01m3250v0hjbstty0q9mxszvnj","layer_id":13,"ordinal":5,"key":"sure","kind":"boolean","label_zh":"确定","label_en":"sure","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","question_zh":"","question_en":"","code_list_id":null,"several":0,"requires":"","default_value":"","folded":0,"retired":0}');
INSERT INTO "change" VALUES(1,6,22,'variable','insert',NULL,'{"id":22,"uid":"v01m3250v0j1pjjbtt401v5mn32","layer_id":13,"ordinal":6,"key":"when","kind":"date","label_zh":"日期","label_en":"when","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","question_zh":"","question_en":"","code_list_id":null,"several":0,"requires":"","default_value":"","folded":0,"retired":0}');
INSERT INTO "change" VALUES(1,6,23,'variable','insert',NULL,'{"id":23,"uid":"v01m3250v0kvxnf0hc27xppa9qg","layer_id":13,"ordinal":7,"key":"reason","kind":"text","label_zh":"理由","label_en":"reason","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","question_zh":"","question_en":"","code_list_id":null,"several":0,"requires":"","default_value":"","folded":0,"retired":0}');
INSERT INTO "change" VALUES(1,6,24,'variable','insert',NULL,'{"id":24,"uid":"v01m3250v0mxsd3arh8ee1rdxhe","layer_id":13,"ordinal":8,"key":"because","kind":"link","label_zh":"因为","label_en":"because","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","question_zh":"","question_en":"","code_list_id":null,"several":1,"requires":"","default_value":"","folded":0,"retired":0}');
INSERT INTO "change" VALUES(1,6,25,'variable','insert',NULL,'{"id":25,"uid":"v01m3250v0nbed1e3dnt2p8e098","layer_id":13,"ordinal":9,"key":"after","kind":"link","label_zh":"之后","label_en":"after","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","question_zh":"","question_en":"","code_list_id":null,"several":0,"requires":"","default_value":"","folded":0,"retired":0}');
INSERT INTO "change" VALUES(1,6,26,'variable','insert',NULL,'{"id":26,"uid":"v01m3250v0p33y98108dmrxk18a","layer_id":14,"ordinal":0,"key":"actor","kind":"category","label_zh":"行为体","label_en":"actor","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","question_zh":"","question_en":"","code_list_id":4,"several":0,"requires":"","default_value":"","folded":0,"retired":0}');
INSERT INTO "change" VALUES(1,6,27,'variable','insert',NULL,'{"id":27,"uid":"v01m3250v0q5ebw7x6wb1717574","layer_id":14,"ordinal":1,"key":"named","kind":"boolean","label_zh":"点名","label_en":"named","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","question_zh":"","question_en":"","code_list_id":null,"several":0,"requires":"","default_value":"","folded":0,"retired":0}');
INSERT INTO "change" VALUES(1,6,28,'variable','insert',NULL,'{"id":28,"uid":"v01m3250v0rq3dgn9cwc00dqawf","layer_id":14,"ordinal":2,"key":"role","kind":"category","label_zh":"立场","label_en":"role","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","question_zh":"","question_en":"","code_list_id":5,"several":0,"requires":"","default_value":"p1","folded":0,"retired":0}');
INSERT INTO "change" VALUES(1,6,29,'variable','insert',NULL,'{"id":29,"uid":"v01m3250v0s69j4arqfqa84nppx","layer_id":15,"ordinal":0,"key":"genre","kind":"text","label_zh":"体裁","label_en":"genre","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","question_zh":"","question_en":"","code_list_id":null,"several":0,"requires":"","default_value":"","folded":0,"retired":0}');
INSERT INTO "change" VALUES(1,6,30,'variable','insert',NULL,'{"id":30,"uid":"v01m3250v0ts8ryrgxy1kbs6f89","layer_id":15,"ordinal":1,"key":"score","kind":"integer","label_zh":"分数","label_en":"score","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","question_zh":"","question_en":"","code_list_id":null,"several":0,"requires":"","default_value":"","folded":0,"retired":0}');
INSERT INTO "change" VALUES(31,1,32,'coder','insert',NULL,'{"id":32,"uid":"p01m34qdj01nem7f05vnw8t8j16","name":"甲","created":"2026-09-22T14:13:20.000Z"}');
INSERT INTO "change" VALUES(33,1,34,'article','insert',NULL,'{"id":34,"uid":"a01m34qdj030skqz3v5bmr7tz1a","ordinal":1,"title":"第一篇","source":"","author":"","published":"","url":"","language":"zh","script":"","genre":"","file_name":"第一篇.txt","imported":"2026-09-22T14:13:20.000Z","length":31,"text_sha256":"526d7c8839d75ee9e5287ad3c7c717c74d58fde70e341cc26f2fd65807e21f79","same_as_id":null}');
INSERT INTO "change" VALUES(33,1,35,'article','insert',NULL,'{"id":35,"uid":"a01m34qdj04jrazwh3mg5zzzb9j","ordinal":2,"title":"第二篇","source":"","author":"","published":"","url":"","language":"zh","script":"","genre":"","file_name":"第二篇.txt","imported":"2026-09-22T14:13:20.000Z","length":36,"text_sha256":"805fe8414459058a7eeabdea2f39b5da2b411f43d72b35aa9974f652cd1e97b2","same_as_id":null}');
INSERT INTO "change" VALUES(33,2,36,'note','insert',NULL,'{"id":36,"article_id":34,"ordinal":0,"kind":"footnote","marker":"[1]","text":"一条注","anchor":2}');
INSERT INTO "change" VALUES(33,2,37,'note','insert',NULL,'{"id":37,"article_id":35,"ordinal":0,"kind":"footnote","marker":"[1]","text":"一条注","anchor":2}');
INSERT INTO "change" VALUES(38,1,39,'annotation','insert',NULL,'{"id":39,"uid":"n01m34qdj07hzprknvajvt1qf2f","article_id":34,"coder_id":32,"layer_id":14,"start":0,"end":2,"quote":"小镇","certainty":"sure","memo":"","created":"2026-09-22T14:13:20.006Z","modified":"2026-09-22T14:13:20.006Z","version_id":null,"reviewed_id":null}');
INSERT INTO "change" VALUES(38,2,40,'annotation_value','insert',NULL,'{"id":40,"annotation_id":39,"variable_id":28,"ordinal":0,"category_id":11,"number":null,"text":null,"link_id":null,"missing":null}');
INSERT INTO "change" VALUES(38,2,41,'annotation_value','insert',NULL,'{"id":41,"annotation_id":39,"variable_id":26,"ordinal":0,"category_id":6,"number":null,"text":null,"link_id":null,"missing":null}');
INSERT INTO "change" VALUES(38,3,42,'article_status','insert',NULL,'{"id":42,"article_id":34,"coder_id":32,"status":"in_progress","modified":"2026-09-22T14:13:20.006Z"}');
INSERT INTO "change" VALUES(43,1,44,'annotation','insert',NULL,'{"id":44,"uid":"n01m34qdj0axbqakxfnyjkzs1hz","article_id":34,"coder_id":32,"layer_id":13,"start":9,"end":15,"quote":"镇长称赞议员","certainty":"sure","memo":"","created":"2026-09-22T14:13:20.009Z","modified":"2026-09-22T14:13:20.009Z","version_id":null,"reviewed_id":null}');
INSERT INTO "change" VALUES(43,2,45,'annotation_value','insert',NULL,'{"id":45,"annotation_id":44,"variable_id":16,"ordinal":0,"category_id":8,"number":null,"text":null,"link_id":null,"missing":null}');
INSERT INTO "change" VALUES(43,2,46,'annotation_value','insert',NULL,'{"id":46,"annotation_id":44,"variable_id":17,"ordinal":0,"category_id":11,"number":null,"text":null,"link_id":null,"missing":null}');
INSERT INTO "change" VALUES(47,1,44,'annotation','update','{"memo":"","modified":"2026-09-22T14:13:20.009Z"}','{"memo":"镇长的表态","modified":"2026-09-22T14:13:20.012Z"}');
INSERT INTO "change" VALUES(48,1,46,'annotation_value','update','{"category_id":11}','{"category_id":10}');
INSERT INTO "change" VALUES(48,2,44,'annotation','update','{"modified":"2026-09-22T14:13:20.012Z"}','{"modified":"2026-09-22T14:13:20.014Z"}');
INSERT INTO "change" VALUES(49,1,50,'annotation','insert',NULL,'{"id":50,"uid":"n01m34qdj0hn56tbj32rn0t79sq","article_id":34,"coder_id":32,"layer_id":15,"start":null,"end":null,"quote":"","certainty":"sure","memo":"","created":"2026-09-22T14:13:20.016Z","modified":"2026-09-22T14:13:20.016Z","version_id":null,"reviewed_id":null}');
INSERT INTO "change" VALUES(49,2,51,'annotation_value','insert',NULL,'{"id":51,"annotation_id":50,"variable_id":29,"ordinal":0,"category_id":null,"number":null,"text":"新闻","link_id":null,"missing":null}');
INSERT INTO "change" VALUES(52,1,53,'codebook_version','insert',NULL,'{"id":53,"uid":"b01m34qdj0mv0rc5gw91hf84yya","ordinal":0,"name":"v1","note":"","created":"2026-09-22T14:13:20.019Z","coder_id":32,"document":"{\n \"format\": \"pizhu-workbench-codebook\",\n \"format_version\": 1,\n \"name\": {\n  \"zh\": \"测试手册\",\n  \"en\": \"Test codebook\"\n },\n \"code_lists\": [\n  {\"key\": \"actors\", \"label\": {\"zh\": \"行为体\", \"en\": \"Actors\"}, \"categories\": [\n   {\"key\": \"TOWN\", \"code\": 1, \"zh\": \"小镇\", \"en\": \"the town\", \"aliases\": [\"小镇议会\"]},\n   {\"key\": \"FIRM\", \"code\": 2, \"zh\": \"商会\", \"en\": \"the chamber\"},\n   {\"key\": \"MAYOR\", \"code\": 3, \"zh\": \"镇长\", \"en\": \"the mayor\", \"parent\": \"TOWN\"},\n   {\"key\": \"GONE\", \"code\": 4, \"zh\": \"旧镇\", \"en\": \"the old town\", \"retired\": true}\n  ]},\n  {\"key\": \"positions\", \"label\": {\"zh\": \"立场\", \"en\": \"Positions\"}, \"categories\": [\n   {\"key\": \"n1\", \"code\": 1, \"score\": -1.0, \"zh\": \"反对\", \"en\": \"against\"},\n   {\"key\": \"p1\", \"code\": 2, \"score\": 1.0, \"zh\": \"赞成\", \"en\": \"for\"}\n  ]}\n ],\n \"layers\": [\n  {\n   \"key\": \"stance\",\n   \"label\": {\n    \"zh\": \"立场\",\n    \"en\": \"stance\"\n   },\n   \"scope\": \"span\",\n   \"complete\": [\n    [\n     \"holder\"\n    ],\n    [\n     \"position\"\n    ]\n   ],\n   \"shape\": \"thin_line\",\n   \"variables\": [\n    {\n     \"key\": \"holder\",\n     \"kind\": \"category\",\n     \"label\": {\n      \"zh\": \"持有者\",\n      \"en\": \"holder\"\n     },\n     \"code_list\": \"actors\"\n    },\n    {\n     \"key\": \"position\",\n     \"kind\": \"category\",\n     \"label\": {\n      \"zh\": \"立场\",\n      \"en\": \"position\"\n     },\n     \"code_list\": \"positions\"\n    },\n    {\n     \"key\": \"sources\",\n     \"kind\": \"category\",\n     \"label\": {\n      \"zh\": \"来源\",\n      \"en\": \"sources\"\n     },\n     \"code_list\": \"actors\",\n     \"several\": true\n    },\n    {\n     \"key\": \"share\",\n     \"kind\": \"real\",\n     \"label\": {\n      \"zh\": \"份额\",\n      \"en\": \"share\"\n     }\n    },\n    {\n     \"key\": \"rank\",\n     \"kind\": \"integer\",\n     \"label\": {\n      \"zh\": \"名次\",\n      \"en\": \"rank\"\n     }\n    },\n    {\n     \"key\": \"sure\",\n     \"kind\": \"boolean\",\n     \"label\": {\n      \"zh\": \"确定\",\n      \"en\": \"sure\"\n     }\n    },\n    {\n     \"key\": \"when\",\n     \"kind\": \"date\",\n     \"label\": {\n      \"zh\": \"日期\",\n      \"en\": \"when\"\n     }\n    },\n    {\n     \"key\": \"reason\",\n     \"kind\": \"text\",\n     \"label\": {\n      \"zh\": \"理由\",\n      \"en\": \"reason\"\n     }\n    },\n    {\n     \"key\": \"because\",\n     \"kind\": \"link\",\n     \"label\": {\n      \"zh\": \"因为\",\n      \"en\": \"because\"\n     },\n     \"several\": true\n    },\n    {\n     \"key\": \"after\",\n     \"kind\": \"link\",\n     \"label\": {\n      \"zh\": \"之后\",\n      \"en\": \"after\"\n     }\n    }\n   ]\n  },\n  {\n   \"key\": \"actor\",\n   \"label\": {\n    \"zh\": \"行为体\",\n    \"en\": \"actor\"\n   },\n   \"scope\": \"span\",\n   \"complete\": [\n    [\n     \"actor\"\n    ]\n   ],\n   \"shape\": \"thin_line\",\n   \"variables\": [\n    {\n     \"key\": \"actor\",\n     \"kind\": \"category\",\n     \"label\": {\n      \"zh\": \"行为体\",\n      \"en\": \"actor\"\n     },\n     \"code_list\": \"actors\"\n    },\n    {\n     \"key\": \"named\",\n     \"kind\": \"boolean\",\n     \"label\": {\n      \"zh\": \"点名\",\n      \"en\": \"named\"\n     }\n    },\n    {\n     \"key\": \"role\",\n     \"kind\": \"category\",\n     \"label\": {\n      \"zh\": \"立场\",\n      \"en\": \"role\"\n     },\n     \"code_list\": \"positions\",\n     \"default\": \"p1\"\n    }\n   ]\n  },\n  {\n   \"key\": \"article\",\n   \"label\": {\n    \"zh\": \"文章\",\n    \"en\": \"article\"\n   },\n   \"scope\": \"article\",\n   \"shape\": \"thin_line\",\n   \"variables\": [\n    {\n     \"key\": \"genre\",\n     \"kind\": \"text\",\n     \"label\": {\n      \"zh\": \"体裁\",\n      \"en\": \"genre\"\n     }\n    },\n    {\n     \"key\": \"score\",\n     \"kind\": \"integer\",\n     \"label\": {\n      \"zh\": \"分数\",\n      \"en\": \"score\"\n     }\n    }\n   ]\n  }\n ]\n}\n","identities":"{\"k01m3250v01m2dv8dwqdwb3cq84\": \"actors\", \"k01m3250v02nksa528fg456djt9\": \"positions\", \"g01m3250v03fdt7bz842a70dnw3\": \"actors:TOWN\", \"g01m3250v04hq7ydt0mamcwegd3\": \"actors:FIRM\", \"g01m3250v05nsx2xnsj1ca8368y\": \"actors:MAYOR\", \"g01m3250v06nmehjffjmvnh52c2\": \"actors:GONE\", \"g01m3250v07t3tn1z06pp4w1ncc\": \"positions:n1\", \"g01m3250v08n4x2x2jw0vkgjaxe\": \"positions:p1\", \"l01m3250v09afwcp97gfvwmxm61\": \"stance\", \"l01m3250v0akdxfwqykefr5ddwp\": \"actor\", \"l01m3250v0b7xm5eqkqj71tygzb\": \"article\", \"v01m3250v0c7znetnyg0sfrvxfc\": \"stance:holder\", \"v01m3250v0dg8s3zq8evgxg7pfx\": \"stance:position\", \"v01m3250v0ewg8nsxfb1z3vgqtj\": \"stance:sources\", \"v01m3250v0ftbpx4a4v564tdr2e\": \"stance:share\", \"v01m3250v0gnj89xj87gjbb2q9n\": \"stance:rank\", \"v01m3250v0hjbstty0q9mxszvnj\": \"stance:sure\", \"v01m3250v0j1pjjbtt401v5mn32\": \"stance:when\", \"v01m3250v0kvxnf0hc27xppa9qg\": \"stance:reason\", \"v01m3250v0mxsd3arh8ee1rdxhe\": \"stance:because\", \"v01m3250v0nbed1e3dnt2p8e098\": \"stance:after\", \"v01m3250v0p33y98108dmrxk18a\": \"actor:actor\", \"v01m3250v0q5ebw7x6wb1717574\": \"actor:named\", \"v01m3250v0rq3dgn9cwc00dqawf\": \"actor:role\", \"v01m3250v0s69j4arqfqa84nppx\": \"article:genre\", \"v01m3250v0ts8ryrgxy1kbs6f89\": \"article:score\"}"}');
INSERT INTO "change" VALUES(54,1,55,'category','insert',NULL,'{"id":55,"uid":"g01m34qdj0qc4ydqshvbh7y2nq8","code_list_id":4,"ordinal":4,"key":"PORT","code":5,"score":null,"label_zh":"港口","label_en":"the port","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","source":"","colour":"","shortcut":"","retired":0,"parent_id":null,"same_as_id":null}');
INSERT INTO "change" VALUES(54,2,56,'pattern','insert',NULL,'{"id":56,"category_id":55,"ordinal":0,"text":"港口."}');
INSERT INTO "change" VALUES(57,1,58,'rejection','insert',NULL,'{"id":58,"article_id":34,"coder_id":32,"category_id":7,"start":16,"end":18,"quote":"商会"}');
INSERT INTO "change" VALUES(59,1,44,'annotation','update','{"modified":"2026-09-22T14:13:20.014Z"}','{"modified":"2026-09-22T14:13:20.027Z"}');
INSERT INTO "change" VALUES(59,2,45,'annotation_value','update','{"category_id":8}','{"category_id":6}');
INSERT INTO "change" VALUES(59,4,60,'setting','insert',NULL,'{"id":60,"key":"spent_s01m34qdj0wgd852h7rm7mn57fr","value":"k01m3250v01m2dv8dwqdwb3cq84 3 0"}');
INSERT INTO "change" VALUES(59,5,8,'category','delete','{"id":8,"uid":"g01m3250v05nsx2xnsj1ca8368y","code_list_id":4,"ordinal":2,"key":"MAYOR","code":3,"score":null,"label_zh":"镇长","label_en":"the mayor","definition_zh":"","definition_en":"","include_zh":"","include_en":"","exclude_zh":"","exclude_en":"","example_zh":"","example_en":"","source":"","colour":"","shortcut":"","retired":0,"parent_id":6,"same_as_id":null}',NULL);
INSERT INTO "change" VALUES(59,6,61,'alias','insert',NULL,'{"id":61,"category_id":6,"ordinal":1,"text":"镇长"}');
INSERT INTO "change" VALUES(59,6,62,'alias','insert',NULL,'{"id":62,"category_id":6,"ordinal":2,"text":"the mayor"}');
INSERT INTO "change" VALUES(63,1,42,'article_status','update','{"modified":"2026-09-22T14:13:20.006Z","status":"in_progress"}','{"status":"done","modified":"2026-09-22T14:13:20.030Z"}');
INSERT INTO "change" VALUES(64,1,40,'annotation_value','delete','{"id":40,"annotation_id":39,"variable_id":28,"ordinal":0,"category_id":11,"number":null,"text":null,"link_id":null,"missing":null}',NULL);
INSERT INTO "change" VALUES(64,1,41,'annotation_value','delete','{"id":41,"annotation_id":39,"variable_id":26,"ordinal":0,"category_id":6,"number":null,"text":null,"link_id":null,"missing":null}',NULL);
INSERT INTO "change" VALUES(64,2,39,'annotation','delete','{"id":39,"uid":"n01m34qdj07hzprknvajvt1qf2f","article_id":34,"coder_id":32,"layer_id":14,"start":0,"end":2,"quote":"小镇","certainty":"sure","memo":"","created":"2026-09-22T14:13:20.006Z","modified":"2026-09-22T14:13:20.006Z","version_id":null,"reviewed_id":null}',NULL);
INSERT INTO "change" VALUES(65,1,66,'annotation','insert',NULL,'{"id":66,"uid":"n01m34qdj13cvv947hr947t7c4j","article_id":35,"coder_id":32,"layer_id":14,"start":0,"end":2,"quote":"甲方","certainty":"sure","memo":"","created":"2026-09-22T14:13:20.034Z","modified":"2026-09-22T14:13:20.034Z","version_id":53,"reviewed_id":null}');
INSERT INTO "change" VALUES(65,2,67,'annotation_value','insert',NULL,'{"id":67,"annotation_id":66,"variable_id":28,"ordinal":0,"category_id":11,"number":null,"text":null,"link_id":null,"missing":null}');
INSERT INTO "change" VALUES(65,2,68,'annotation_value','insert',NULL,'{"id":68,"annotation_id":66,"variable_id":26,"ordinal":0,"category_id":7,"number":null,"text":null,"link_id":null,"missing":null}');
INSERT INTO "change" VALUES(65,3,69,'article_status','insert',NULL,'{"id":69,"article_id":35,"coder_id":32,"status":"in_progress","modified":"2026-09-22T14:13:20.034Z"}');
INSERT INTO "change" VALUES(70,1,71,'annotation','insert',NULL,'{"id":71,"uid":"n01m34qdj16f50h2jrzt7qp2s1x","article_id":35,"coder_id":32,"layer_id":14,"start":2,"end":3,"quote":"😀","certainty":"sure","memo":"","created":"2026-09-22T14:13:20.037Z","modified":"2026-09-22T14:13:20.037Z","version_id":53,"reviewed_id":null}');
INSERT INTO "change" VALUES(70,2,72,'annotation_value','insert',NULL,'{"id":72,"annotation_id":71,"variable_id":28,"ordinal":0,"category_id":11,"number":null,"text":null,"link_id":null,"missing":null}');
INSERT INTO "change" VALUES(70,2,73,'annotation_value','insert',NULL,'{"id":73,"annotation_id":71,"variable_id":26,"ordinal":0,"category_id":7,"number":null,"text":null,"link_id":null,"missing":null}');
INSERT INTO "change" VALUES(74,1,75,'coder','insert',NULL,'{"id":75,"uid":"p01m379t901ga539hg9v7a0hm77","name":"乙","created":"2026-09-23T14:13:20.000Z"}');
INSERT INTO "change" VALUES(76,1,77,'annotation','insert',NULL,'{"id":77,"uid":"n01m379t903zy7yaqdn53sqpj1r","article_id":34,"coder_id":75,"layer_id":14,"start":0,"end":2,"quote":"小镇","certainty":"sure","memo":"","created":"2026-09-23T14:13:20.000Z","modified":"2026-09-23T14:13:20.000Z","version_id":53,"reviewed_id":null}');
INSERT INTO "change" VALUES(76,2,78,'annotation_value','insert',NULL,'{"id":78,"annotation_id":77,"variable_id":28,"ordinal":0,"category_id":11,"number":null,"text":null,"link_id":null,"missing":null}');
INSERT INTO "change" VALUES(76,2,79,'annotation_value','insert',NULL,'{"id":79,"annotation_id":77,"variable_id":26,"ordinal":0,"category_id":7,"number":null,"text":null,"link_id":null,"missing":null}');
INSERT INTO "change" VALUES(76,3,80,'article_status','insert',NULL,'{"id":80,"article_id":34,"coder_id":75,"status":"in_progress","modified":"2026-09-23T14:13:20.000Z"}');
INSERT INTO "change" VALUES(81,1,82,'annotation','insert',NULL,'{"id":82,"uid":"n01m379t906g4vtcss4srst5vk5","article_id":35,"coder_id":75,"layer_id":14,"start":0,"end":2,"quote":"甲方","certainty":"sure","memo":"","created":"2026-09-23T14:13:20.005Z","modified":"2026-09-23T14:13:20.005Z","version_id":53,"reviewed_id":null}');
INSERT INTO "change" VALUES(81,2,83,'annotation_value','insert',NULL,'{"id":83,"annotation_id":82,"variable_id":28,"ordinal":0,"category_id":11,"number":null,"text":null,"link_id":null,"missing":null}');
INSERT INTO "change" VALUES(81,2,84,'annotation_value','insert',NULL,'{"id":84,"annotation_id":82,"variable_id":26,"ordinal":0,"category_id":6,"number":null,"text":null,"link_id":null,"missing":null}');
INSERT INTO "change" VALUES(81,3,85,'article_status','insert',NULL,'{"id":85,"article_id":35,"coder_id":75,"status":"in_progress","modified":"2026-09-23T14:13:20.005Z"}');
CREATE TABLE cleaning_choice (
	id INTEGER NOT NULL, 
	uid VARCHAR(27) NOT NULL, 
	site TEXT DEFAULT '' NOT NULL, 
	shape TEXT DEFAULT '' NOT NULL, 
	act TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_cleaning_choice PRIMARY KEY (id), 
	CONSTRAINT uq_cleaning_choice_site_shape UNIQUE (site, shape), 
	CONSTRAINT uq_cleaning_choice_uid UNIQUE (uid)
);
CREATE TABLE code_list (
	id INTEGER NOT NULL, 
	uid VARCHAR(27) NOT NULL, 
	ordinal INTEGER DEFAULT '0' NOT NULL, 
	"key" TEXT NOT NULL, 
	label_zh TEXT DEFAULT '' NOT NULL, 
	label_en TEXT DEFAULT '' NOT NULL, 
	definition_zh TEXT DEFAULT '' NOT NULL, 
	definition_en TEXT DEFAULT '' NOT NULL, 
	include_zh TEXT DEFAULT '' NOT NULL, 
	include_en TEXT DEFAULT '' NOT NULL, 
	exclude_zh TEXT DEFAULT '' NOT NULL, 
	exclude_en TEXT DEFAULT '' NOT NULL, 
	example_zh TEXT DEFAULT '' NOT NULL, 
	example_en TEXT DEFAULT '' NOT NULL, 
	ordered INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_code_list PRIMARY KEY (id), 
	CONSTRAINT uq_code_list_uid UNIQUE (uid), 
	CONSTRAINT uq_code_list_key UNIQUE ("key")
);
INSERT INTO "code_list" VALUES(4,'k01m3250v01m2dv8dwqdwb3cq84',0,'actors','行为体','Actors','','','','','','','','',0);
INSERT INTO "code_list" VALUES(5,'k01m3250v02nksa528fg456djt9',1,'positions','立场','Positions','','','','','','','','',0);
CREATE TABLE codebook_version (
	id INTEGER NOT NULL, 
	uid VARCHAR(27) NOT NULL, 
	ordinal INTEGER DEFAULT '0' NOT NULL, 
	name TEXT NOT NULL, 
	note TEXT DEFAULT '' NOT NULL, 
	created TEXT DEFAULT '' NOT NULL, 
	coder_id INTEGER, 
	document TEXT DEFAULT '' NOT NULL, 
	identities TEXT DEFAULT '{}' NOT NULL, 
	CONSTRAINT pk_codebook_version PRIMARY KEY (id), 
	CONSTRAINT uq_codebook_version_uid UNIQUE (uid), 
	CONSTRAINT uq_codebook_version_name UNIQUE (name), 
	CONSTRAINT fk_codebook_version_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "codebook_version" VALUES(53,'b01m34qdj0mv0rc5gw91hf84yya',0,'v1','','2026-09-22T14:13:20.019Z',32,'{
 "format": "pizhu-workbench-codebook",
 "format_version": 1,
 "name": {
  "zh": "测试手册",
  "en": "Test codebook"
 },
 "code_lists": [
  {"key": "actors", "label": {"zh": "行为体", "en": "Actors"}, "categories": [
   {"key": "TOWN", "code": 1, "zh": "小镇", "en": "the town", "aliases": ["小镇议会"]},
   {"key": "FIRM", "code": 2, "zh": "商会", "en": "the chamber"},
   {"key": "MAYOR", "code": 3, "zh": "镇长", "en": "the mayor", "parent": "TOWN"},
   {"key": "GONE", "code": 4, "zh": "旧镇", "en": "the old town", "retired": true}
  ]},
  {"key": "positions", "label": {"zh": "立场", "en": "Positions"}, "categories": [
   {"key": "n1", "code": 1, "score": -1.0, "zh": "反对", "en": "against"},
   {"key": "p1", "code": 2, "score": 1.0, "zh": "赞成", "en": "for"}
  ]}
 ],
 "layers": [
  {
   "key": "stance",
   "label": {
    "zh": "立场",
    "en": "stance"
   },
   "scope": "span",
   "complete": [
    [
     "holder"
    ],
    [
     "position"
    ]
   ],
   "shape": "thin_line",
   "variables": [
    {
     "key": "holder",
     "kind": "category",
     "label": {
      "zh": "持有者",
      "en": "holder"
     },
     "code_list": "actors"
    },
    {
     "key": "position",
     "kind": "category",
     "label": {
      "zh": "立场",
      "en": "position"
     },
     "code_list": "positions"
    },
    {
     "key": "sources",
     "kind": "category",
     "label": {
      "zh": "来源",
      "en": "sources"
     },
     "code_list": "actors",
     "several": true
    },
    {
     "key": "share",
     "kind": "real",
     "label": {
      "zh": "份额",
      "en": "share"
     }
    },
    {
     "key": "rank",
     "kind": "integer",
     "label": {
      "zh": "名次",
      "en": "rank"
     }
    },
    {
     "key": "sure",
     "kind": "boolean",
     "label": {
      "zh": "确定",
      "en": "sure"
     }
    },
    {
     "key": "when",
     "kind": "date",
     "label": {
      "zh": "日期",
      "en": "when"
     }
    },
    {
     "key": "reason",
     "kind": "text",
     "label": {
      "zh": "理由",
      "en": "reason"
     }
    },
    {
     "key": "because",
     "kind": "link",
     "label": {
      "zh": "因为",
      "en": "because"
     },
     "several": true
    },
    {
     "key": "after",
     "kind": "link",
     "label": {
      "zh": "之后",
      "en": "after"
     }
    }
   ]
  },
  {
   "key": "actor",
   "label": {
    "zh": "行为体",
    "en": "actor"
   },
   "scope": "span",
   "complete": [
    [
     "actor"
    ]
   ],
   "shape": "thin_line",
   "variables": [
    {
     "key": "actor",
     "kind": "category",
     "label": {
      "zh": "行为体",
      "en": "actor"
     },
     "code_list": "actors"
    },
    {
     "key": "named",
     "kind": "boolean",
     "label": {
      "zh": "点名",
      "en": "named"
     }
    },
    {
     "key": "role",
     "kind": "category",
     "label": {
      "zh": "立场",
      "en": "role"
     },
     "code_list": "positions",
     "default": "p1"
    }
   ]
  },
  {
   "key": "article",
   "label": {
    "zh": "文章",
    "en": "article"
   },
   "scope": "article",
   "shape": "thin_line",
   "variables": [
    {
     "key": "genre",
     "kind": "text",
     "label": {
      "zh": "体裁",
      "en": "genre"
     }
    },
    {
     "key": "score",
     "kind": "integer",
     "label": {
      "zh": "分数",
      "en": "score"
     }
    }
   ]
  }
 ]
}
','{"k01m3250v01m2dv8dwqdwb3cq84": "actors", "k01m3250v02nksa528fg456djt9": "positions", "g01m3250v03fdt7bz842a70dnw3": "actors:TOWN", "g01m3250v04hq7ydt0mamcwegd3": "actors:FIRM", "g01m3250v05nsx2xnsj1ca8368y": "actors:MAYOR", "g01m3250v06nmehjffjmvnh52c2": "actors:GONE", "g01m3250v07t3tn1z06pp4w1ncc": "positions:n1", "g01m3250v08n4x2x2jw0vkgjaxe": "positions:p1", "l01m3250v09afwcp97gfvwmxm61": "stance", "l01m3250v0akdxfwqykefr5ddwp": "actor", "l01m3250v0b7xm5eqkqj71tygzb": "article", "v01m3250v0c7znetnyg0sfrvxfc": "stance:holder", "v01m3250v0dg8s3zq8evgxg7pfx": "stance:position", "v01m3250v0ewg8nsxfb1z3vgqtj": "stance:sources", "v01m3250v0ftbpx4a4v564tdr2e": "stance:share", "v01m3250v0gnj89xj87gjbb2q9n": "stance:rank", "v01m3250v0hjbstty0q9mxszvnj": "stance:sure", "v01m3250v0j1pjjbtt401v5mn32": "stance:when", "v01m3250v0kvxnf0hc27xppa9qg": "stance:reason", "v01m3250v0mxsd3arh8ee1rdxhe": "stance:because", "v01m3250v0nbed1e3dnt2p8e098": "stance:after", "v01m3250v0p33y98108dmrxk18a": "actor:actor", "v01m3250v0q5ebw7x6wb1717574": "actor:named", "v01m3250v0rq3dgn9cwc00dqawf": "actor:role", "v01m3250v0s69j4arqfqa84nppx": "article:genre", "v01m3250v0ts8ryrgxy1kbs6f89": "article:score"}');
CREATE TABLE coder (
	id INTEGER NOT NULL, 
	uid VARCHAR(27) NOT NULL, 
	name TEXT NOT NULL, 
	created TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_coder PRIMARY KEY (id), 
	CONSTRAINT uq_coder_uid UNIQUE (uid), 
	CONSTRAINT uq_coder_name UNIQUE (name)
);
INSERT INTO "coder" VALUES(32,'p01m34qdj01nem7f05vnw8t8j16','甲','2026-09-22T14:13:20.000Z');
INSERT INTO "coder" VALUES(75,'p01m379t901ga539hg9v7a0hm77','乙','2026-09-23T14:13:20.000Z');
CREATE TABLE fingerprint (
	text_sha256 VARCHAR(64) NOT NULL, 
	minhash BLOB NOT NULL, 
	CONSTRAINT pk_fingerprint PRIMARY KEY (text_sha256)
);
CREATE TABLE layer (
	id INTEGER NOT NULL, 
	uid VARCHAR(27) NOT NULL, 
	ordinal INTEGER DEFAULT '0' NOT NULL, 
	"key" TEXT NOT NULL, 
	label_zh TEXT DEFAULT '' NOT NULL, 
	label_en TEXT DEFAULT '' NOT NULL, 
	definition_zh TEXT DEFAULT '' NOT NULL, 
	definition_en TEXT DEFAULT '' NOT NULL, 
	include_zh TEXT DEFAULT '' NOT NULL, 
	include_en TEXT DEFAULT '' NOT NULL, 
	exclude_zh TEXT DEFAULT '' NOT NULL, 
	exclude_en TEXT DEFAULT '' NOT NULL, 
	example_zh TEXT DEFAULT '' NOT NULL, 
	example_en TEXT DEFAULT '' NOT NULL, 
	scope TEXT DEFAULT '' NOT NULL, 
	shape TEXT DEFAULT '' NOT NULL, 
	shortcut TEXT DEFAULT '' NOT NULL, 
	complete TEXT DEFAULT '' NOT NULL, 
	retired INTEGER DEFAULT '0' NOT NULL, 
	wants TEXT DEFAULT '[]' NOT NULL, 
	CONSTRAINT pk_layer PRIMARY KEY (id), 
	CONSTRAINT uq_layer_uid UNIQUE (uid), 
	CONSTRAINT uq_layer_key UNIQUE ("key")
);
INSERT INTO "layer" VALUES(13,'l01m3250v09afwcp97gfvwmxm61',0,'stance','立场','stance','','','','','','','','','span','thin_line','','[["holder"], ["position"]]',0,'[]');
INSERT INTO "layer" VALUES(14,'l01m3250v0akdxfwqykefr5ddwp',1,'actor','行为体','actor','','','','','','','','','span','thin_line','','[["actor"]]',0,'[]');
INSERT INTO "layer" VALUES(15,'l01m3250v0b7xm5eqkqj71tygzb',2,'article','文章','article','','','','','','','','','article','thin_line','','[]',0,'[]');
CREATE TABLE member (
	id INTEGER NOT NULL, 
	category_id INTEGER NOT NULL, 
	ordinal INTEGER DEFAULT '0' NOT NULL, 
	member_id INTEGER NOT NULL, 
	CONSTRAINT pk_member PRIMARY KEY (id), 
	CONSTRAINT fk_member_category_id FOREIGN KEY(category_id) REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_member_member_id FOREIGN KEY(member_id) REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE note (
	id INTEGER NOT NULL, 
	article_id INTEGER NOT NULL, 
	ordinal INTEGER DEFAULT '0' NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	marker TEXT DEFAULT '' NOT NULL, 
	text TEXT DEFAULT '' NOT NULL, 
	anchor INTEGER, 
	CONSTRAINT pk_note PRIMARY KEY (id), 
	CONSTRAINT fk_note_article_id FOREIGN KEY(article_id) REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "note" VALUES(36,34,0,'footnote','[1]','一条注',2);
INSERT INTO "note" VALUES(37,35,0,'footnote','[1]','一条注',2);
CREATE TABLE operation (
	id INTEGER NOT NULL, 
	uid VARCHAR(27) NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	coder_id INTEGER, 
	article_id INTEGER, 
	time TEXT DEFAULT '' NOT NULL, 
	schema_revision TEXT DEFAULT '' NOT NULL, 
	state TEXT DEFAULT '' NOT NULL, 
	state_time TEXT DEFAULT '' NOT NULL, 
	last_id INTEGER NOT NULL, 
	facts JSON NOT NULL, 
	CONSTRAINT pk_operation PRIMARY KEY (id), 
	CONSTRAINT uq_operation_uid UNIQUE (uid)
);
INSERT INTO "operation" VALUES(1,'o01m3250v0vyz8gd7p80kkjrgq7','new_project',NULL,NULL,'2026-09-21T14:13:20.000Z','0002','kept','2026-09-21T14:13:20.000Z',30,'{}');
INSERT INTO "operation" VALUES(31,'o01m34qdj02mr4bbe3z02j1e8nc','add_coder',NULL,NULL,'2026-09-22T14:13:20.000Z','0002','kept','2026-09-22T14:13:20.000Z',32,'{"name":"甲"}');
INSERT INTO "operation" VALUES(33,'o01m34qdj05j89pcpkgdsjjf0e5','import',32,NULL,'2026-09-22T14:13:20.000Z','0002','done','2026-09-22T14:13:20.000Z',37,'{"count":"2","title":"第一篇"}');
INSERT INTO "operation" VALUES(38,'o01m34qdj0872c3ahk2t94raazz','mark',32,34,'2026-09-22T14:13:20.006Z','0002','done','2026-09-22T14:13:20.006Z',42,'{"layer":"actor","quote":"小镇","category":"TOWN"}');
INSERT INTO "operation" VALUES(43,'o01m34qdj0beyt8wajpyyfrwtkp','mark',32,34,'2026-09-22T14:13:20.009Z','0002','done','2026-09-22T14:13:20.009Z',46,'{"layer":"stance","quote":"镇长称赞议员","category":""}');
INSERT INTO "operation" VALUES(47,'o01m34qdj0de96cha7sab0x43t7','set_memo',32,34,'2026-09-22T14:13:20.012Z','0002','done','2026-09-22T14:13:20.012Z',47,'{"layer":"stance","quote":"镇长称赞议员"}');
INSERT INTO "operation" VALUES(48,'o01m34qdj0fas12egwt3hd8sjs3','set_values',32,34,'2026-09-22T14:13:20.014Z','0002','done','2026-09-22T14:13:20.014Z',48,'{"layer":"stance","quote":"镇长称赞议员"}');
INSERT INTO "operation" VALUES(49,'o01m34qdj0jfzz6hnha986kjcms','set_article_values',32,34,'2026-09-22T14:13:20.016Z','0002','done','2026-09-22T14:13:20.016Z',51,'{"layer":"article","title":"第一篇"}');
INSERT INTO "operation" VALUES(52,'o01m34qdj0nxsgc6b1kzycq9msz','freeze_codebook',32,NULL,'2026-09-22T14:13:20.019Z','0002','done','2026-09-22T14:13:20.019Z',53,'{"name":"v1"}');
INSERT INTO "operation" VALUES(54,'o01m34qdj0r6zfh0d8qp5vska85','add_category',32,NULL,'2026-09-22T14:13:20.022Z','0002','done','2026-09-22T14:13:20.022Z',56,'{"code_list":"actors","category":"PORT"}');
INSERT INTO "operation" VALUES(57,'o01m34qdj0tegr3x8hw7z8hgg55','reject_suggestion',32,34,'2026-09-22T14:13:20.025Z','0002','done','2026-09-22T14:13:20.025Z',58,'{"quote":"商会"}');
INSERT INTO "operation" VALUES(59,'o01m34qdj0xp26mx9fhhqcvhwg8','merge_categories',32,NULL,'2026-09-22T14:13:20.027Z','0002','done','2026-09-22T14:13:20.027Z',62,'{"code_list":"actors","category":"TOWN","name":"镇长","count":"1"}');
INSERT INTO "operation" VALUES(63,'o01m34qdj0ztrgswanb5j3y3r6p','set_status',32,34,'2026-09-22T14:13:20.030Z','0002','done','2026-09-22T14:13:20.030Z',63,'{"title":"第一篇","status":"done"}');
INSERT INTO "operation" VALUES(64,'o01m34qdj11dqkymnw4dykra5r1','delete',32,34,'2026-09-22T14:13:20.032Z','0002','done','2026-09-22T14:13:20.032Z',64,'{"layer":"actor","quote":"小镇"}');
INSERT INTO "operation" VALUES(65,'o01m34qdj143emtae55yavzygsz','mark',32,35,'2026-09-22T14:13:20.034Z','0002','done','2026-09-22T14:13:20.034Z',69,'{"layer":"actor","quote":"甲方","category":"FIRM"}');
INSERT INTO "operation" VALUES(70,'o01m34qdj17aas9082p4phctzq0','mark',32,35,'2026-09-22T14:13:20.037Z','0002','undone','2026-09-22T14:13:20.040Z',73,'{"layer":"actor","quote":"😀","category":"FIRM"}');
INSERT INTO "operation" VALUES(74,'o01m379t902r0mdaa83842v26r6','add_coder',NULL,NULL,'2026-09-23T14:13:20.000Z','0002','kept','2026-09-23T14:13:20.000Z',75,'{"name":"乙"}');
INSERT INTO "operation" VALUES(76,'o01m379t904v6bs82ac4wr4f647','mark',75,34,'2026-09-23T14:13:20.000Z','0002','done','2026-09-23T14:13:20.000Z',80,'{"layer":"actor","quote":"小镇","category":"FIRM"}');
INSERT INTO "operation" VALUES(81,'o01m379t907qkysw801j322e9v3','mark',75,35,'2026-09-23T14:13:20.005Z','0002','undone','2026-09-23T14:13:20.008Z',85,'{"layer":"actor","quote":"甲方","category":"TOWN"}');
CREATE TABLE original (
	sha256 VARCHAR(64) NOT NULL, 
	bytes BLOB NOT NULL, 
	CONSTRAINT pk_original PRIMARY KEY (sha256)
);
INSERT INTO "original" VALUES('4e620ba13935557af456786bf893e6d5d32858ed6bd61bdb0647548a88c92f16',X'E5B08FE99587E8AEAEE4BC9AE9809AE8BF87E9A284E7AE97E38082E99587E995BFE7A7B0E8B59EE8AEAEE59198EFBC8CE59586E4BC9AE8A1A8E7A4BAE58F8DE5AFB9E380820AE982BBE99587E5B09AE69CAAE8A1A8E68081E38082');
INSERT INTO "original" VALUES('6af0c2c10285695314e06ff7809c5f6e02bfa4ef7ae1412280004da8980f294a',X'E794B2E696B9F09F9880E689BFE8AFBAE59088E4BD9CE38082E4B999E696B9F0A0AEB7E4B88DE5908CE6848FEFBC810AE2809CE7ACACE4B889E696B9E2809DF09F91A8E2808DF09F91A9E2808DF09F91A7E6B289E9BB9865CC81E280A6E280A60AE69CABE6AEB5E38082');
CREATE TABLE pattern (
	id INTEGER NOT NULL, 
	category_id INTEGER NOT NULL, 
	ordinal INTEGER DEFAULT '0' NOT NULL, 
	text TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_pattern PRIMARY KEY (id), 
	CONSTRAINT fk_pattern_category_id FOREIGN KEY(category_id) REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "pattern" VALUES(56,55,0,'港口.');
CREATE TABLE rejection (
	id INTEGER NOT NULL, 
	article_id INTEGER NOT NULL, 
	coder_id INTEGER NOT NULL, 
	category_id INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	quote TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_rejection PRIMARY KEY (id), 
	CONSTRAINT fk_rejection_article_id FOREIGN KEY(article_id) REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_rejection_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_rejection_category_id FOREIGN KEY(category_id) REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "rejection" VALUES(58,34,32,7,16,18,'商会');
CREATE TABLE setting (
	id INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	value TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY (id), 
	CONSTRAINT uq_setting_key UNIQUE ("key")
);
INSERT INTO "setting" VALUES(2,'codebook_name_zh','测试手册');
INSERT INTO "setting" VALUES(3,'codebook_name_en','Test codebook');
INSERT INTO "setting" VALUES(60,'spent_s01m34qdj0wgd852h7rm7mn57fr','k01m3250v01m2dv8dwqdwb3cq84 3 0');
CREATE TABLE text_version (
	sha256 VARCHAR(64) NOT NULL, 
	text TEXT NOT NULL, 
	original_sha256 VARCHAR(64) NOT NULL, 
	encoding TEXT DEFAULT '' NOT NULL, 
	edits TEXT DEFAULT '' NOT NULL, 
	reader TEXT DEFAULT '' NOT NULL, 
	extracted TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_text_version PRIMARY KEY (sha256), 
	CONSTRAINT fk_text_version_original_sha256 FOREIGN KEY(original_sha256) REFERENCES original (sha256)
);
INSERT INTO "text_version" VALUES('526d7c8839d75ee9e5287ad3c7c717c74d58fde70e341cc26f2fd65807e21f79','小镇议会通过预算。镇长称赞议员，商会表示反对。
邻镇尚未表态。','4e620ba13935557af456786bf893e6d5d32858ed6bd61bdb0647548a88c92f16','utf-8','[]','text','');
INSERT INTO "text_version" VALUES('805fe8414459058a7eeabdea2f39b5da2b411f43d72b35aa9974f652cd1e97b2','甲方😀承诺合作。乙方𠮷不同意！
“第三方”👨‍👩‍👧沉默é……
末段。','6af0c2c10285695314e06ff7809c5f6e02bfa4ef7ae1412280004da8980f294a','utf-8','[]','text','');
CREATE TABLE variable (
	id INTEGER NOT NULL, 
	uid VARCHAR(27) NOT NULL, 
	layer_id INTEGER NOT NULL, 
	ordinal INTEGER DEFAULT '0' NOT NULL, 
	"key" TEXT DEFAULT '' NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	label_zh TEXT DEFAULT '' NOT NULL, 
	label_en TEXT DEFAULT '' NOT NULL, 
	definition_zh TEXT DEFAULT '' NOT NULL, 
	definition_en TEXT DEFAULT '' NOT NULL, 
	include_zh TEXT DEFAULT '' NOT NULL, 
	include_en TEXT DEFAULT '' NOT NULL, 
	exclude_zh TEXT DEFAULT '' NOT NULL, 
	exclude_en TEXT DEFAULT '' NOT NULL, 
	example_zh TEXT DEFAULT '' NOT NULL, 
	example_en TEXT DEFAULT '' NOT NULL, 
	question_zh TEXT DEFAULT '' NOT NULL, 
	question_en TEXT DEFAULT '' NOT NULL, 
	code_list_id INTEGER, 
	several INTEGER DEFAULT '0' NOT NULL, 
	requires TEXT DEFAULT '' NOT NULL, 
	default_value TEXT DEFAULT '' NOT NULL, 
	folded INTEGER DEFAULT '0' NOT NULL, 
	retired INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_variable PRIMARY KEY (id), 
	CONSTRAINT uq_variable_layer_id_key UNIQUE (layer_id, "key"), 
	CONSTRAINT uq_variable_uid UNIQUE (uid), 
	CONSTRAINT fk_variable_layer_id FOREIGN KEY(layer_id) REFERENCES layer (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_variable_code_list_id FOREIGN KEY(code_list_id) REFERENCES code_list (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "variable" VALUES(16,'v01m3250v0c7znetnyg0sfrvxfc',13,0,'holder','category','持有者','holder','','','','','','','','','','',4,0,'','',0,0);
INSERT INTO "variable" VALUES(17,'v01m3250v0dg8s3zq8evgxg7pfx',13,1,'position','category','立场','position','','','','','','','','','','',5,0,'','',0,0);
INSERT INTO "variable" VALUES(18,'v01m3250v0ewg8nsxfb1z3vgqtj',13,2,'sources','category','来源','sources','','','','','','','','','','',4,1,'','',0,0);
INSERT INTO "variable" VALUES(19,'v01m3250v0ftbpx4a4v564tdr2e',13,3,'share','real','份额','share','','','','','','','','','','',NULL,0,'','',0,0);
INSERT INTO "variable" VALUES(20,'v01m3250v0gnj89xj87gjbb2q9n',13,4,'rank','integer','名次','rank','','','','','','','','','','',NULL,0,'','',0,0);
INSERT INTO "variable" VALUES(21,'v01m3250v0hjbstty0q9mxszvnj',13,5,'sure','boolean','确定','sure','','','','','','','','','','',NULL,0,'','',0,0);
INSERT INTO "variable" VALUES(22,'v01m3250v0j1pjjbtt401v5mn32',13,6,'when','date','日期','when','','','','','','','','','','',NULL,0,'','',0,0);
INSERT INTO "variable" VALUES(23,'v01m3250v0kvxnf0hc27xppa9qg',13,7,'reason','text','理由','reason','','','','','','','','','','',NULL,0,'','',0,0);
INSERT INTO "variable" VALUES(24,'v01m3250v0mxsd3arh8ee1rdxhe',13,8,'because','link','因为','because','','','','','','','','','','',NULL,1,'','',0,0);
INSERT INTO "variable" VALUES(25,'v01m3250v0nbed1e3dnt2p8e098',13,9,'after','link','之后','after','','','','','','','','','','',NULL,0,'','',0,0);
INSERT INTO "variable" VALUES(26,'v01m3250v0p33y98108dmrxk18a',14,0,'actor','category','行为体','actor','','','','','','','','','','',4,0,'','',0,0);
INSERT INTO "variable" VALUES(27,'v01m3250v0q5ebw7x6wb1717574',14,1,'named','boolean','点名','named','','','','','','','','','','',NULL,0,'','',0,0);
INSERT INTO "variable" VALUES(28,'v01m3250v0rq3dgn9cwc00dqawf',14,2,'role','category','立场','role','','','','','','','','','','',5,0,'','p1',0,0);
INSERT INTO "variable" VALUES(29,'v01m3250v0s69j4arqfqa84nppx',15,0,'genre','text','体裁','genre','','','','','','','','','','',NULL,0,'','',0,0);
INSERT INTO "variable" VALUES(30,'v01m3250v0ts8ryrgxy1kbs6f89',15,1,'score','integer','分数','score','','','','','','','','','','',NULL,0,'','',0,0);
CREATE INDEX ix_operation_coder_id_state ON operation (coder_id, state);
CREATE INDEX ix_category_same_as_id ON category (same_as_id);
CREATE INDEX ix_category_parent_id ON category (parent_id);
CREATE INDEX ix_alias_category_id ON alias (category_id);
CREATE INDEX ix_pattern_category_id ON pattern (category_id);
CREATE INDEX ix_member_category_id ON member (category_id);
CREATE INDEX ix_member_member_id ON member (member_id);
CREATE INDEX ix_category_attribute_attribute_id ON category_attribute (attribute_id);
CREATE INDEX ix_article_same_as_id ON article (same_as_id);
CREATE INDEX ix_note_article_id ON note (article_id);
CREATE INDEX ix_annotation_article_id_coder_id_start ON annotation (article_id, coder_id, start);
CREATE INDEX ix_annotation_layer_id ON annotation (layer_id);
CREATE INDEX ix_rejection_category_id ON rejection (category_id);
CREATE INDEX ix_rejection_article_id_coder_id ON rejection (article_id, coder_id);
CREATE INDEX ix_annotation_value_link_id ON annotation_value (link_id);
CREATE INDEX ix_annotation_value_category_id ON annotation_value (category_id);
COMMIT;

BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('dc11669786a5');
CREATE TABLE "experiments" (
	experiment_id INTEGER NOT NULL, 
	name VARCHAR(256) NOT NULL, 
	artifact_location VARCHAR(256), 
	lifecycle_stage VARCHAR(32), 
	creation_time BIGINT, 
	last_update_time BIGINT, 
	workspace VARCHAR(63) DEFAULT 'default' NOT NULL, 
	CONSTRAINT experiment_pk PRIMARY KEY (experiment_id), 
	CONSTRAINT experiments_lifecycle_stage CHECK (lifecycle_stage IN ('active', 'deleted')), 
	CONSTRAINT uq_experiments_workspace_name UNIQUE (workspace, name)
);
INSERT INTO "experiments" VALUES(0,'Default','./mlruns/0','active',1796010914677,1796010914677,'default');
INSERT INTO "experiments" VALUES(1,'vision','./mlruns/1','active',1796010914688,1796010914688,'default');
CREATE TABLE "latest_metrics" (
	"key" VARCHAR(250) NOT NULL, 
	value FLOAT NOT NULL, 
	timestamp BIGINT, 
	step BIGINT NOT NULL, 
	is_nan BOOLEAN NOT NULL, 
	run_uuid VARCHAR(32) NOT NULL, 
	CONSTRAINT latest_metric_pk PRIMARY KEY ("key", run_uuid), 
	FOREIGN KEY(run_uuid) REFERENCES runs (run_uuid), 
	CHECK (is_nan IN (0, 1))
);
INSERT INTO "latest_metrics" VALUES('loss',0.25,1796010920795,3,0,'d487fb2bf0294be9a3d909cdb8979da6');
INSERT INTO "latest_metrics" VALUES('system/gpu_0_utilization_percentage',90.0,1796010922117,6,0,'d487fb2bf0294be9a3d909cdb8979da6');
INSERT INTO "latest_metrics" VALUES('system/gpu_0_power_usage_watts',60.0,1796010922117,6,0,'d487fb2bf0294be9a3d909cdb8979da6');
INSERT INTO "latest_metrics" VALUES('system/gpu_0_power_usage_percentage',15.0,1796010922117,6,0,'d487fb2bf0294be9a3d909cdb8979da6');
INSERT INTO "latest_metrics" VALUES('system/gpu_1_power_usage_watts',61.0,1796010922117,6,0,'d487fb2bf0294be9a3d909cdb8979da6');
INSERT INTO "latest_metrics" VALUES('system/gpu_1_power_usage_percentage',15.2,1796010922117,6,0,'d487fb2bf0294be9a3d909cdb8979da6');
INSERT INTO "latest_metrics" VALUES('system/gpu_0_utilization_percentage',90.0,1796010924963,1,0,'bffcfc3e3f8e4d799be36d283bf9d1d3');
INSERT INTO "latest_metrics" VALUES('system/gpu_0_power_usage_watts',60.0,1796010924963,1,0,'bffcfc3e3f8e4d799be36d283bf9d1d3');
INSERT INTO "latest_metrics" VALUES('system/gpu_0_power_usage_percentage',15.0,1796010924963,1,0,'bffcfc3e3f8e4d799be36d283bf9d1d3');
INSERT INTO "latest_metrics" VALUES('system/gpu_1_power_usage_watts',61.0,1796010924963,1,0,'bffcfc3e3f8e4d799be36d283bf9d1d3');
INSERT INTO "latest_metrics" VALUES('system/gpu_1_power_usage_percentage',15.2,1796010924963,1,0,'bffcfc3e3f8e4d799be36d283bf9d1d3');
INSERT INTO "latest_metrics" VALUES('a',1.0,1796010925875,0,0,'7f43d38227b147728a307c38b3a940d0');
INSERT INTO "latest_metrics" VALUES('a',1.0,1796010926905,0,0,'25b4e51c8c4e4c12b080ea75fd03de54');
CREATE TABLE "metrics" (
	"key" VARCHAR(250) NOT NULL, 
	value FLOAT NOT NULL, 
	timestamp BIGINT NOT NULL, 
	run_uuid VARCHAR(32) NOT NULL, 
	step BIGINT DEFAULT '0' NOT NULL, 
	is_nan BOOLEAN DEFAULT '0' NOT NULL, 
	CONSTRAINT metric_pk PRIMARY KEY ("key", timestamp, step, run_uuid, value, is_nan), 
	FOREIGN KEY(run_uuid) REFERENCES runs (run_uuid), 
	CHECK (is_nan IN (0, 1))
);
INSERT INTO "metrics" VALUES('loss',1.0,1796010914769,'d487fb2bf0294be9a3d909cdb8979da6',0,0);
INSERT INTO "metrics" VALUES('system/gpu_0_utilization_percentage',90.0,1796010915791,'d487fb2bf0294be9a3d909cdb8979da6',0,0);
INSERT INTO "metrics" VALUES('system/gpu_0_power_usage_watts',300.0,1796010915791,'d487fb2bf0294be9a3d909cdb8979da6',0,0);
INSERT INTO "metrics" VALUES('system/gpu_0_power_usage_percentage',75.0,1796010915791,'d487fb2bf0294be9a3d909cdb8979da6',0,0);
INSERT INTO "metrics" VALUES('system/gpu_1_power_usage_watts',301.0,1796010915791,'d487fb2bf0294be9a3d909cdb8979da6',0,0);
INSERT INTO "metrics" VALUES('system/gpu_1_power_usage_percentage',75.2,1796010915791,'d487fb2bf0294be9a3d909cdb8979da6',0,0);
INSERT INTO "metrics" VALUES('loss',0.5,1796010916776,'d487fb2bf0294be9a3d909cdb8979da6',1,0);
INSERT INTO "metrics" VALUES('system/gpu_0_utilization_percentage',90.0,1796010916831,'d487fb2bf0294be9a3d909cdb8979da6',1,0);
INSERT INTO "metrics" VALUES('system/gpu_0_power_usage_watts',300.0,1796010916831,'d487fb2bf0294be9a3d909cdb8979da6',1,0);
INSERT INTO "metrics" VALUES('system/gpu_0_power_usage_percentage',75.0,1796010916831,'d487fb2bf0294be9a3d909cdb8979da6',1,0);
INSERT INTO "metrics" VALUES('system/gpu_1_power_usage_watts',301.0,1796010916831,'d487fb2bf0294be9a3d909cdb8979da6',1,0);
INSERT INTO "metrics" VALUES('system/gpu_1_power_usage_percentage',75.2,1796010916831,'d487fb2bf0294be9a3d909cdb8979da6',1,0);
INSERT INTO "metrics" VALUES('system/gpu_0_utilization_percentage',90.0,1796010917884,'d487fb2bf0294be9a3d909cdb8979da6',2,0);
INSERT INTO "metrics" VALUES('system/gpu_0_power_usage_watts',300.0,1796010917884,'d487fb2bf0294be9a3d909cdb8979da6',2,0);
INSERT INTO "metrics" VALUES('system/gpu_0_power_usage_percentage',75.0,1796010917884,'d487fb2bf0294be9a3d909cdb8979da6',2,0);
INSERT INTO "metrics" VALUES('system/gpu_1_power_usage_watts',301.0,1796010917884,'d487fb2bf0294be9a3d909cdb8979da6',2,0);
INSERT INTO "metrics" VALUES('system/gpu_1_power_usage_percentage',75.2,1796010917884,'d487fb2bf0294be9a3d909cdb8979da6',2,0);
INSERT INTO "metrics" VALUES('loss',3.33333333333333314829e-01,1796010918787,'d487fb2bf0294be9a3d909cdb8979da6',2,0);
INSERT INTO "metrics" VALUES('system/gpu_0_utilization_percentage',90.0,1796010918934,'d487fb2bf0294be9a3d909cdb8979da6',3,0);
INSERT INTO "metrics" VALUES('system/gpu_0_power_usage_watts',300.0,1796010918934,'d487fb2bf0294be9a3d909cdb8979da6',3,0);
INSERT INTO "metrics" VALUES('system/gpu_0_power_usage_percentage',75.0,1796010918934,'d487fb2bf0294be9a3d909cdb8979da6',3,0);
INSERT INTO "metrics" VALUES('system/gpu_1_power_usage_watts',301.0,1796010918934,'d487fb2bf0294be9a3d909cdb8979da6',3,0);
INSERT INTO "metrics" VALUES('system/gpu_1_power_usage_percentage',75.2,1796010918934,'d487fb2bf0294be9a3d909cdb8979da6',3,0);
INSERT INTO "metrics" VALUES('system/gpu_0_utilization_percentage',90.0,1796010919996,'d487fb2bf0294be9a3d909cdb8979da6',4,0);
INSERT INTO "metrics" VALUES('system/gpu_0_power_usage_watts',300.0,1796010919996,'d487fb2bf0294be9a3d909cdb8979da6',4,0);
INSERT INTO "metrics" VALUES('system/gpu_0_power_usage_percentage',75.0,1796010919996,'d487fb2bf0294be9a3d909cdb8979da6',4,0);
INSERT INTO "metrics" VALUES('system/gpu_1_power_usage_watts',301.0,1796010919996,'d487fb2bf0294be9a3d909cdb8979da6',4,0);
INSERT INTO "metrics" VALUES('system/gpu_1_power_usage_percentage',75.2,1796010919996,'d487fb2bf0294be9a3d909cdb8979da6',4,0);
INSERT INTO "metrics" VALUES('loss',0.25,1796010920795,'d487fb2bf0294be9a3d909cdb8979da6',3,0);
INSERT INTO "metrics" VALUES('system/gpu_0_utilization_percentage',90.0,1796010921052,'d487fb2bf0294be9a3d909cdb8979da6',5,0);
INSERT INTO "metrics" VALUES('system/gpu_0_power_usage_watts',300.0,1796010921052,'d487fb2bf0294be9a3d909cdb8979da6',5,0);
INSERT INTO "metrics" VALUES('system/gpu_0_power_usage_percentage',75.0,1796010921052,'d487fb2bf0294be9a3d909cdb8979da6',5,0);
INSERT INTO "metrics" VALUES('system/gpu_1_power_usage_watts',301.0,1796010921052,'d487fb2bf0294be9a3d909cdb8979da6',5,0);
INSERT INTO "metrics" VALUES('system/gpu_1_power_usage_percentage',75.2,1796010921052,'d487fb2bf0294be9a3d909cdb8979da6',5,0);
INSERT INTO "metrics" VALUES('system/gpu_0_utilization_percentage',90.0,1796010922117,'d487fb2bf0294be9a3d909cdb8979da6',6,0);
INSERT INTO "metrics" VALUES('system/gpu_0_power_usage_watts',60.0,1796010922117,'d487fb2bf0294be9a3d909cdb8979da6',6,0);
INSERT INTO "metrics" VALUES('system/gpu_0_power_usage_percentage',15.0,1796010922117,'d487fb2bf0294be9a3d909cdb8979da6',6,0);
INSERT INTO "metrics" VALUES('system/gpu_1_power_usage_watts',61.0,1796010922117,'d487fb2bf0294be9a3d909cdb8979da6',6,0);
INSERT INTO "metrics" VALUES('system/gpu_1_power_usage_percentage',15.2,1796010922117,'d487fb2bf0294be9a3d909cdb8979da6',6,0);
INSERT INTO "metrics" VALUES('system/gpu_0_utilization_percentage',90.0,1796010923899,'bffcfc3e3f8e4d799be36d283bf9d1d3',0,0);
INSERT INTO "metrics" VALUES('system/gpu_0_power_usage_watts',60.0,1796010923899,'bffcfc3e3f8e4d799be36d283bf9d1d3',0,0);
INSERT INTO "metrics" VALUES('system/gpu_0_power_usage_percentage',15.0,1796010923899,'bffcfc3e3f8e4d799be36d283bf9d1d3',0,0);
INSERT INTO "metrics" VALUES('system/gpu_1_power_usage_watts',61.0,1796010923899,'bffcfc3e3f8e4d799be36d283bf9d1d3',0,0);
INSERT INTO "metrics" VALUES('system/gpu_1_power_usage_percentage',15.2,1796010923899,'bffcfc3e3f8e4d799be36d283bf9d1d3',0,0);
INSERT INTO "metrics" VALUES('system/gpu_0_utilization_percentage',90.0,1796010924963,'bffcfc3e3f8e4d799be36d283bf9d1d3',1,0);
INSERT INTO "metrics" VALUES('system/gpu_0_power_usage_watts',60.0,1796010924963,'bffcfc3e3f8e4d799be36d283bf9d1d3',1,0);
INSERT INTO "metrics" VALUES('system/gpu_0_power_usage_percentage',15.0,1796010924963,'bffcfc3e3f8e4d799be36d283bf9d1d3',1,0);
INSERT INTO "metrics" VALUES('system/gpu_1_power_usage_watts',61.0,1796010924963,'bffcfc3e3f8e4d799be36d283bf9d1d3',1,0);
INSERT INTO "metrics" VALUES('system/gpu_1_power_usage_percentage',15.2,1796010924963,'bffcfc3e3f8e4d799be36d283bf9d1d3',1,0);
INSERT INTO "metrics" VALUES('a',1.0,1796010925875,'7f43d38227b147728a307c38b3a940d0',0,0);
INSERT INTO "metrics" VALUES('a',1.0,1796010926905,'25b4e51c8c4e4c12b080ea75fd03de54',0,0);
CREATE TABLE "runs" (
	run_uuid VARCHAR(32) NOT NULL, 
	name VARCHAR(250), 
	source_type VARCHAR(20), 
	source_name VARCHAR(500), 
	entry_point_name VARCHAR(50), 
	user_id VARCHAR(256), 
	status VARCHAR(9), 
	start_time BIGINT, 
	end_time BIGINT, 
	source_version VARCHAR(50), 
	lifecycle_stage VARCHAR(20), 
	artifact_uri VARCHAR(200), 
	experiment_id INTEGER, deleted_time BIGINT, 
	CONSTRAINT run_pk PRIMARY KEY (run_uuid), 
	CONSTRAINT source_type CHECK (source_type IN ('NOTEBOOK', 'JOB', 'LOCAL', 'UNKNOWN', 'PROJECT')), 
	CONSTRAINT runs_lifecycle_stage CHECK (lifecycle_stage IN ('active', 'deleted')), 
	FOREIGN KEY(experiment_id) REFERENCES experiments (experiment_id), 
	CHECK (status IN ('SCHEDULED', 'FAILED', 'FINISHED', 'RUNNING', 'KILLED'))
);
INSERT INTO "runs" VALUES('d487fb2bf0294be9a3d909cdb8979da6','resnet-50','UNKNOWN','train.py','','ann','FINISHED',1796010914746,1796010922807,'','active','./mlruns/d487fb2bf0294be9a3d909cdb8979da6',1,NULL);
INSERT INTO "runs" VALUES('bffcfc3e3f8e4d799be36d283bf9d1d3','broken','UNKNOWN','train.py','','ann','FAILED',1796010922827,1796010925842,'','active','./mlruns/bffcfc3e3f8e4d799be36d283bf9d1d3',1,NULL);
INSERT INTO "runs" VALUES('7f43d38227b147728a307c38b3a940d0','no system metrics','UNKNOWN','train.py','','ann','FINISHED',1796010925861,1796010926879,'','active','./mlruns/7f43d38227b147728a307c38b3a940d0',1,NULL);
INSERT INTO "runs" VALUES('25b4e51c8c4e4c12b080ea75fd03de54','still running','UNKNOWN','train.py','','ann','RUNNING',1796010926889,NULL,'','active','./mlruns/25b4e51c8c4e4c12b080ea75fd03de54',1,NULL);
CREATE TABLE "tags" (
	"key" VARCHAR(250) NOT NULL, 
	value VARCHAR(8000), 
	run_uuid VARCHAR(32) NOT NULL, 
	CONSTRAINT tag_pk PRIMARY KEY ("key", run_uuid), 
	FOREIGN KEY(run_uuid) REFERENCES runs (run_uuid)
);
INSERT INTO "tags" VALUES('mlflow.user','ann','d487fb2bf0294be9a3d909cdb8979da6');
INSERT INTO "tags" VALUES('mlflow.source.name','train.py','d487fb2bf0294be9a3d909cdb8979da6');
INSERT INTO "tags" VALUES('mlflow.source.type','LOCAL','d487fb2bf0294be9a3d909cdb8979da6');
INSERT INTO "tags" VALUES('mlflow.runName','resnet-50','d487fb2bf0294be9a3d909cdb8979da6');
INSERT INTO "tags" VALUES('mlflow.user','ann','bffcfc3e3f8e4d799be36d283bf9d1d3');
INSERT INTO "tags" VALUES('mlflow.source.name','train.py','bffcfc3e3f8e4d799be36d283bf9d1d3');
INSERT INTO "tags" VALUES('mlflow.source.type','LOCAL','bffcfc3e3f8e4d799be36d283bf9d1d3');
INSERT INTO "tags" VALUES('mlflow.runName','broken','bffcfc3e3f8e4d799be36d283bf9d1d3');
INSERT INTO "tags" VALUES('mlflow.user','ann','7f43d38227b147728a307c38b3a940d0');
INSERT INTO "tags" VALUES('mlflow.source.name','train.py','7f43d38227b147728a307c38b3a940d0');
INSERT INTO "tags" VALUES('mlflow.source.type','LOCAL','7f43d38227b147728a307c38b3a940d0');
INSERT INTO "tags" VALUES('mlflow.runName','no system metrics','7f43d38227b147728a307c38b3a940d0');
INSERT INTO "tags" VALUES('mlflow.user','ann','25b4e51c8c4e4c12b080ea75fd03de54');
INSERT INTO "tags" VALUES('mlflow.source.name','train.py','25b4e51c8c4e4c12b080ea75fd03de54');
INSERT INTO "tags" VALUES('mlflow.source.type','LOCAL','25b4e51c8c4e4c12b080ea75fd03de54');
INSERT INTO "tags" VALUES('mlflow.runName','still running','25b4e51c8c4e4c12b080ea75fd03de54');
CREATE INDEX index_metrics_run_uuid ON metrics (run_uuid);
CREATE INDEX index_latest_metrics_run_uuid ON latest_metrics (run_uuid);
CREATE INDEX index_tags_run_uuid ON tags (run_uuid);
CREATE INDEX idx_experiments_workspace ON experiments (workspace);
CREATE INDEX idx_experiments_workspace_creation_time ON experiments (workspace, creation_time);
CREATE INDEX index_metrics_run_uuid_key_step ON metrics (run_uuid, "key", step);
COMMIT;

-- of migrations c15b702675e936a2
SET LOCAL check_function_bodies = false;
CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);
CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);
CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);
CREATE FUNCTION public.count_anew(grown regclass) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    EXECUTE format('ANALYZE (SKIP_LOCKED) %s', grown);
END $$;
CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;
    RETURN job_ids;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;
    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;
    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;
    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;
    RETURN _job_id;
END;
$$;
CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);
CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;
 RETURN found_jobs;
END;
$$;
CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;
CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;
CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);
ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_consent (
    id bigint NOT NULL,
    purpose character varying(40) NOT NULL,
    given boolean NOT NULL,
    notice character varying(64) NOT NULL,
    language character varying(8) NOT NULL,
    channel character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    person_id bigint NOT NULL
);
ALTER TABLE public.accounts_consent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_consent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_person (
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    id bigint NOT NULL,
    phone character varying(16),
    phone_verified_at timestamp with time zone,
    email character varying(254),
    name character varying(120) NOT NULL,
    language character varying(8) NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    erased_at timestamp with time zone,
    is_sample boolean NOT NULL,
    is_active boolean NOT NULL,
    second_factor_due_at timestamp with time zone,
    sign_ins integer NOT NULL,
    CONSTRAINT accounts_person_sign_ins_check CHECK ((sign_ins >= 0)),
    CONSTRAINT person_erased_is_empty CHECK (((erased_at IS NULL) OR ((email IS NULL) AND (NOT is_active) AND ((name)::text = ''::text) AND (phone IS NULL)))),
    CONSTRAINT person_phone_is_e164 CHECK (((phone IS NULL) OR ((phone)::text ~ '^\+[1-9][0-9]{7,14}$'::text)))
);
CREATE TABLE public.accounts_person_groups (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.accounts_person_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_person_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.accounts_person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_person_user_permissions (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.accounts_person_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_person_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_signin (
    id bigint NOT NULL,
    session_key character varying(40) NOT NULL,
    device character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    person_id bigint NOT NULL
);
ALTER TABLE public.accounts_signin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_signin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.advice_advicerequest (
    id bigint NOT NULL,
    words text NOT NULL,
    language character varying(8) NOT NULL,
    spoken character varying(8) NOT NULL,
    urgency character varying(12) NOT NULL,
    pays character varying(8) NOT NULL,
    remote_fits boolean NOT NULL,
    reach character varying(12) NOT NULL,
    once character varying(32),
    created_at timestamp with time zone NOT NULL,
    asked_at timestamp with time zone,
    passed_on_at timestamp with time zone,
    ended_at timestamp with time zone,
    end_reason character varying(8) NOT NULL,
    asked_by_id bigint NOT NULL,
    need_id bigint,
    unit_id bigint NOT NULL,
    CONSTRAINT advice_request_ended_with_a_reason CHECK (((((end_reason)::text = ''::text) AND (ended_at IS NULL)) OR ((ended_at IS NOT NULL) AND (NOT ((end_reason)::text = ''::text))))),
    CONSTRAINT advice_request_has_words CHECK ((NOT (words = ''::text)))
);
ALTER TABLE public.advice_advicerequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.advice_advicerequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.advice_adviserdetail (
    opportunity_id bigint NOT NULL,
    is_current boolean NOT NULL,
    languages character varying(8)[] NOT NULL,
    districts character varying(80)[] NOT NULL,
    fee_band character varying(12) NOT NULL,
    hours_a_month smallint NOT NULL,
    qualifications text NOT NULL,
    "references" text NOT NULL,
    empanelments text NOT NULL,
    conflicts text NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT advice_adviserdetail_hours_a_month_check CHECK ((hours_a_month >= 0)),
    CONSTRAINT adviser_hours_a_month CHECK (((hours_a_month >= 1) AND (hours_a_month <= 200))),
    CONSTRAINT adviser_speaks CHECK ((
CASE
    WHEN (languages IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(languages, 1), 0)
END >= 1))
);
CREATE TABLE public.advice_approach (
    id bigint NOT NULL,
    outcome character varying(16) NOT NULL,
    at timestamp with time zone NOT NULL,
    engagement_id bigint,
    opportunity_id bigint NOT NULL,
    unit_id bigint NOT NULL
);
ALTER TABLE public.advice_approach ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.advice_approach_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.advice_attribution (
    id bigint NOT NULL,
    moment character varying(12) NOT NULL,
    share character varying(8) NOT NULL,
    value_now numeric(14,2),
    said_at timestamp with time zone NOT NULL,
    engagement_id bigint NOT NULL
);
ALTER TABLE public.advice_attribution ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.advice_attribution_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.advice_cancellation (
    id bigint NOT NULL,
    side character varying(9) NOT NULL,
    reason character varying(12) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    engagement_id bigint NOT NULL,
    slot_id bigint NOT NULL
);
ALTER TABLE public.advice_cancellation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.advice_cancellation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.advice_case (
    engagement_id bigint NOT NULL,
    way character varying(8) NOT NULL,
    fee_line character varying(12) NOT NULL,
    adviser_contact character varying(300) NOT NULL,
    unit_contact character varying(300) NOT NULL
);
CREATE TABLE public.advice_helpofferdetail (
    opportunity_id bigint NOT NULL,
    fee_band character varying(12) NOT NULL,
    languages character varying(8)[] NOT NULL,
    state character varying(2) NOT NULL,
    districts character varying(80)[] NOT NULL,
    only_needing boolean NOT NULL,
    words text NOT NULL,
    sent_at timestamp with time zone,
    after bigint NOT NULL,
    done_at timestamp with time zone,
    sender_id bigint,
    sent_by_id bigint,
    owners character varying(8)[] NOT NULL,
    CONSTRAINT outreach_done_after_sending CHECK (((done_at IS NULL) OR (sent_at IS NOT NULL))),
    CONSTRAINT outreach_owners_known CHECK ((owners <@ ARRAY['women'::character varying(8), 'sc_st'::character varying(8), 'minority'::character varying(8)])),
    CONSTRAINT outreach_sent_by_somebody CHECK ((((sender_id IS NULL) AND (sent_at IS NULL) AND (sent_by_id IS NULL)) OR ((sender_id IS NOT NULL) AND (sent_at IS NOT NULL) AND (sent_by_id IS NOT NULL))))
);
CREATE TABLE public.advice_scopenote (
    engagement_id bigint NOT NULL,
    goal character varying(300) NOT NULL,
    baseline_of character varying(120) NOT NULL,
    baseline numeric(14,2),
    tasks text NOT NULL,
    visits smallint NOT NULL,
    fee numeric(16,2) NOT NULL,
    paid_by character varying(8) NOT NULL,
    confidential character varying(8) NOT NULL,
    conflict character varying(4) NOT NULL,
    conflict_words character varying(300) NOT NULL,
    written_by character varying(9) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    adviser_agreed_at timestamp with time zone,
    unit_agreed_at timestamp with time zone,
    CONSTRAINT advice_scopenote_visits_check CHECK ((visits >= 0)),
    CONSTRAINT scope_conflict_is_said CHECK (((adviser_agreed_at IS NULL) OR (NOT ((conflict)::text = ''::text)))),
    CONSTRAINT scope_fee_has_a_payer CHECK ((((fee = (0)::numeric) AND ((paid_by)::text = 'nobody'::text)) OR ((fee > (0)::numeric) AND (NOT ((paid_by)::text = 'nobody'::text))))),
    CONSTRAINT scope_interest_is_named CHECK (((NOT ((conflict)::text = 'some'::text)) OR (NOT ((conflict_words)::text = ''::text))))
);
CREATE TABLE public.advice_session (
    id bigint NOT NULL,
    held_on date NOT NULL,
    hours numeric(4,2) NOT NULL,
    way character varying(8) NOT NULL,
    notes text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    once character varying(32),
    adviser_id bigint NOT NULL,
    engagement_id bigint NOT NULL,
    CONSTRAINT advice_session_hours CHECK (((hours > (0)::numeric) AND (hours <= (12)::numeric)))
);
ALTER TABLE public.advice_session ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.advice_session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.advice_slot (
    id bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    taken_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    held boolean NOT NULL,
    taken_by_id bigint,
    unit_id bigint NOT NULL,
    weekly_id bigint,
    CONSTRAINT advice_slot_ends_after_its_start CHECK ((ends_at > starts_at)),
    CONSTRAINT advice_slot_taken_whole CHECK ((((taken_at IS NULL) AND (taken_by_id IS NULL)) OR ((taken_at IS NOT NULL) AND (taken_by_id IS NOT NULL))))
);
ALTER TABLE public.advice_slot ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.advice_slot_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.advice_turn (
    id bigint NOT NULL,
    place smallint NOT NULL,
    reach character varying(12) NOT NULL,
    passed_over character varying(8) NOT NULL,
    engagement_id bigint,
    opportunity_id bigint NOT NULL,
    request_id bigint NOT NULL,
    CONSTRAINT advice_turn_place_check CHECK ((place >= 0)),
    CONSTRAINT asked_or_passed_over CHECK (((engagement_id IS NULL) OR ((passed_over)::text = ''::text)))
);
ALTER TABLE public.advice_turn ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.advice_turn_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.advice_weeklytime (
    id bigint NOT NULL,
    weekday smallint NOT NULL,
    starts time without time zone NOT NULL,
    minutes smallint NOT NULL,
    since timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    unit_id bigint NOT NULL,
    CONSTRAINT advice_weeklytime_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT advice_weeklytime_weekday_check CHECK ((weekday >= 0)),
    CONSTRAINT weekly_time_lasts CHECK (((minutes >= 10) AND (minutes <= 480))),
    CONSTRAINT weekly_time_of_a_week CHECK ((weekday <= 6))
);
ALTER TABLE public.advice_weeklytime ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.advice_weeklytime_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.alerts_alert (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    opportunity_id bigint NOT NULL,
    score double precision NOT NULL,
    reasons jsonb NOT NULL,
    written_at timestamp with time zone NOT NULL,
    dismissed_at timestamp with time zone,
    dismissed character varying(24) NOT NULL,
    by_hand_at timestamp with time zone,
    by_hand_by bigint,
    by_hand_cluster bigint,
    by_hand_words character varying(200) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT alert_by_hand_is_whole CHECK ((((by_hand_at IS NULL) AND (by_hand_by IS NULL) AND (by_hand_cluster IS NULL) AND ((by_hand_words)::text = ''::text)) OR ((by_hand_at IS NOT NULL) AND (by_hand_by IS NOT NULL) AND (NOT ((by_hand_words)::text = ''::text)))))
);
ALTER TABLE public.alerts_alert ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.alerts_alert_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.alerts_realuse (
    id bigint NOT NULL,
    day date NOT NULL,
    counted_at timestamp with time zone NOT NULL,
    figures jsonb NOT NULL
);
ALTER TABLE public.alerts_realuse ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.alerts_realuse_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.alerts_savedsearch (
    id bigint NOT NULL,
    source character varying(16) NOT NULL,
    text character varying(200) NOT NULL,
    filters jsonb NOT NULL,
    frequency character varying(8) NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    last_sent_at timestamp with time zone NOT NULL,
    person_id bigint NOT NULL,
    unit_id bigint,
    CONSTRAINT saved_search_asks_something CHECK (((NOT ((text)::text = ''::text)) OR (NOT (filters = '{}'::jsonb))))
);
ALTER TABLE public.alerts_savedsearch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.alerts_savedsearch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);
ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.cache (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE TABLE public.calendars_feed (
    id bigint NOT NULL,
    key_hash character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    person_id bigint NOT NULL
);
ALTER TABLE public.calendars_feed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.calendars_feed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_offerdetail (
    opportunity_id bigint NOT NULL,
    price_from numeric(16,2),
    price_per character varying(8) NOT NULL,
    least_quantity numeric(12,2),
    delivery_days smallint,
    CONSTRAINT catalogue_offerdetail_delivery_days_check CHECK ((delivery_days >= 0)),
    CONSTRAINT offer_least_quantity_positive CHECK (((least_quantity IS NULL) OR (least_quantity > (0)::numeric))),
    CONSTRAINT offer_price_is_for_something CHECK (((price_from IS NULL) OR ((price_from > (0)::numeric) AND (NOT ((price_per)::text = ''::text)))))
);
CREATE TABLE public.catalogue_requirementdetail (
    opportunity_id bigint NOT NULL,
    quantity numeric(12,2),
    quantity_unit character varying(8) NOT NULL,
    needed_by date,
    budget numeric(16,2),
    CONSTRAINT requirement_budget_positive CHECK (((budget IS NULL) OR (budget > (0)::numeric))),
    CONSTRAINT requirement_quantity_has_a_unit CHECK (((quantity IS NULL) OR ((quantity > (0)::numeric) AND (NOT ((quantity_unit)::text = ''::text)))))
);
CREATE TABLE public.certificates_certificate (
    id bigint NOT NULL,
    code character varying(12) NOT NULL,
    title character varying(200) NOT NULL,
    statement character varying(200) NOT NULL,
    holder_name character varying(120) NOT NULL,
    issuer character varying(200) NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    language character varying(8) NOT NULL,
    facts jsonb NOT NULL,
    is_sample boolean NOT NULL,
    revoked_at timestamp with time zone,
    revoked_reason character varying(300) NOT NULL,
    erased_at timestamp with time zone,
    pdf_sha256 character varying(64) NOT NULL,
    holder_id bigint,
    CONSTRAINT certificate_code_typable CHECK (((code)::text ~ '^[34679CDFGHJKMNPQRTWX]{12}$'::text)),
    CONSTRAINT certificate_erased_is_empty CHECK ((((erased_at IS NULL) AND (NOT ((holder_name)::text = ''::text))) OR ((erased_at IS NOT NULL) AND (holder_id IS NULL) AND ((holder_name)::text = ''::text)))),
    CONSTRAINT certificate_revoked_has_reason CHECK ((((revoked_at IS NULL) AND ((revoked_reason)::text = ''::text)) OR ((revoked_at IS NOT NULL) AND (NOT ((revoked_reason)::text = ''::text)))))
);
ALTER TABLE public.certificates_certificate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.certificates_certificate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.clusters_cluster (
    id bigint NOT NULL,
    slug character varying(60) NOT NULL,
    template character varying(60) NOT NULL,
    texts jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    closed_at timestamp with time zone,
    shown_kinds character varying(32)[] NOT NULL
);
CREATE TABLE public.clusters_cluster_concepts (
    id bigint NOT NULL,
    cluster_id bigint NOT NULL,
    concept_id bigint NOT NULL
);
ALTER TABLE public.clusters_cluster_concepts ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.clusters_cluster_concepts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.clusters_cluster ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.clusters_cluster_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.clusters_clustermembership (
    id bigint NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    left_at timestamp with time zone,
    last_seen_at timestamp with time zone,
    cluster_id bigint NOT NULL,
    unit_id bigint NOT NULL
);
ALTER TABLE public.clusters_clustermembership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.clusters_clustermembership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.clusters_clusterofficer (
    id bigint NOT NULL,
    role character varying(16) NOT NULL,
    since timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    cluster_id bigint NOT NULL,
    person_id bigint NOT NULL
);
ALTER TABLE public.clusters_clusterofficer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.clusters_clusterofficer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);
CREATE TABLE public.drafts_draft (
    id bigint NOT NULL,
    session character varying(64) NOT NULL,
    form character varying(60) NOT NULL,
    subject character varying(60) NOT NULL,
    "values" jsonb NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    person_id bigint,
    CONSTRAINT draft_has_one_holder CHECK ((((person_id IS NULL) OR ((session)::text = ''::text)) AND (1 = (
CASE
    WHEN (person_id IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN ((session)::text = ''::text) THEN 1
    ELSE 0
END)))),
    CONSTRAINT drafts_draft_version_check CHECK ((version >= 0))
);
ALTER TABLE public.drafts_draft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.drafts_draft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.engagements_engagement (
    id bigint NOT NULL,
    series character varying(40) NOT NULL,
    opened_by character varying(9) NOT NULL,
    phase character varying(12) NOT NULL,
    turn character varying(9) NOT NULL,
    due_at timestamp with time zone,
    places integer NOT NULL,
    waiting_since timestamp with time zone,
    opened_at timestamp with time zone NOT NULL,
    moved_at timestamp with time zone NOT NULL,
    agreed_at timestamp with time zone,
    ended_at timestamp with time zone,
    end_reason character varying(40) NOT NULL,
    lead_id bigint NOT NULL,
    opportunity_id bigint NOT NULL,
    thread_id bigint,
    need_id bigint,
    CONSTRAINT declined_says_why CHECK (((NOT ((phase)::text = 'declined'::text)) OR (NOT ((end_reason)::text = ''::text)))),
    CONSTRAINT engagement_takes_a_place CHECK ((places >= 1)),
    CONSTRAINT engagements_engagement_places_check CHECK ((places >= 0)),
    CONSTRAINT every_turn_has_a_clock CHECK ((((due_at IS NULL) AND ((turn)::text = ''::text)) OR ((NOT ((turn)::text = ''::text)) AND (due_at IS NOT NULL) AND ((phase)::text = ANY ((ARRAY['asked'::character varying, 'shortlisted'::character varying, 'agreed'::character varying, 'under_way'::character varying])::text[]))))),
    CONSTRAINT live_has_no_end CHECK (((((phase)::text = ANY ((ARRAY['asked'::character varying, 'shortlisted'::character varying, 'agreed'::character varying, 'under_way'::character varying])::text[])) AND (ended_at IS NULL)) OR ((NOT ((phase)::text = ANY ((ARRAY['asked'::character varying, 'shortlisted'::character varying, 'agreed'::character varying, 'under_way'::character varying])::text[]))) AND (ended_at IS NOT NULL)))),
    CONSTRAINT no_silence_without_a_clock CHECK (((NOT ((phase)::text = ANY ((ARRAY['asked'::character varying, 'shortlisted'::character varying, 'agreed'::character varying, 'under_way'::character varying])::text[]))) OR (NOT ((turn)::text = ''::text)) OR (waiting_since IS NOT NULL))),
    CONSTRAINT only_asked_waits CHECK (((waiting_since IS NULL) OR ((phase)::text = 'asked'::text)))
);
ALTER TABLE public.engagements_engagement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.engagements_engagement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.engagements_milestone (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    due_at timestamp with time zone,
    done_at timestamp with time zone,
    engagement_id bigint NOT NULL
);
ALTER TABLE public.engagements_milestone ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.engagements_milestone_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.engagements_party (
    id bigint NOT NULL,
    side character varying(9) NOT NULL,
    role character varying(16) NOT NULL,
    share numeric(5,2),
    agreed_at timestamp with time zone,
    left_at timestamp with time zone,
    engagement_id bigint NOT NULL,
    person_id bigint,
    unit_id bigint,
    CONSTRAINT party_is_somebody CHECK (((unit_id IS NOT NULL) OR (person_id IS NOT NULL))),
    CONSTRAINT party_share_in_percent CHECK (((share IS NULL) OR ((share > (0)::numeric) AND (share <= (100)::numeric))))
);
ALTER TABLE public.engagements_party ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.engagements_party_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.events_event (
    id bigint NOT NULL,
    tx xid8 DEFAULT pg_current_xact_id() NOT NULL,
    at timestamp with time zone NOT NULL,
    code character varying(80) NOT NULL,
    actor_person_id bigint,
    actor_organisation_id bigint,
    subject character varying(40) NOT NULL,
    subject_id bigint NOT NULL,
    dimensions jsonb NOT NULL,
    chain bytea,
    CONSTRAINT event_code_is_a_code CHECK (((code)::text ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$'::text))
);
ALTER TABLE public.events_event ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.events_feedcursor (
    name character varying(60) NOT NULL,
    tx xid8 DEFAULT '0'::xid8 NOT NULL,
    event_id bigint NOT NULL
);
CREATE TABLE public.files_file (
    id bigint NOT NULL,
    key character varying(22) NOT NULL,
    purpose character varying(20) NOT NULL,
    name character varying(120) NOT NULL,
    declared_type character varying(100) NOT NULL,
    kind character varying(10) NOT NULL,
    size bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    state character varying(12) NOT NULL,
    reason character varying(40) NOT NULL,
    stored_as character varying(32) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    checked_at timestamp with time zone,
    owner_id bigint,
    pages_drawn smallint NOT NULL,
    CONSTRAINT file_checked_has_kind CHECK (((NOT ((state)::text = 'checked'::text)) OR (NOT ((kind)::text = ''::text)))),
    CONSTRAINT file_refused_has_reason CHECK (((NOT ((state)::text = 'refused'::text)) OR (NOT ((reason)::text = ''::text)))),
    CONSTRAINT file_size_not_negative CHECK ((size >= 0)),
    CONSTRAINT file_stored_as_is_hex CHECK (((stored_as)::text ~ '^[0-9a-f]{32}$'::text)),
    CONSTRAINT file_waits_or_has_time CHECK ((((checked_at IS NULL) AND ((state)::text = 'quarantined'::text)) OR ((NOT ((state)::text = 'quarantined'::text)) AND (checked_at IS NOT NULL)))),
    CONSTRAINT files_file_pages_drawn_check CHECK ((pages_drawn >= 0))
);
ALTER TABLE public.files_file ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.files_file_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.finance_bookcaps (
    lender_id bigint NOT NULL,
    capital numeric(18,2),
    single_name_percent numeric(5,2),
    sector_percent numeric(5,2),
    decided_on date,
    CONSTRAINT book_cap_of_a_sector CHECK (((sector_percent IS NULL) OR ((sector_percent > (0)::numeric) AND (sector_percent <= (100)::numeric)))),
    CONSTRAINT book_cap_of_one_has_a_capital CHECK (((single_name_percent IS NULL) OR ((capital > (0)::numeric) AND (single_name_percent > (0)::numeric) AND (single_name_percent <= (100)::numeric))))
);
CREATE TABLE public.finance_bookloan (
    id bigint NOT NULL,
    reference character varying(40) NOT NULL,
    borrower character varying(120) NOT NULL,
    sector character varying(80) NOT NULL,
    sub_sector character varying(80) NOT NULL,
    district character varying(80) NOT NULL,
    size character varying(10) NOT NULL,
    outstanding numeric(16,2) NOT NULL,
    product character varying(80) NOT NULL,
    product_percent numeric(5,2),
    as_of date NOT NULL,
    import_id bigint,
    lender_id bigint NOT NULL,
    paid_out_here boolean NOT NULL,
    CONSTRAINT book_loan_is_named CHECK (((NOT ((borrower)::text = ''::text)) AND ((NOT ((sector)::text = ''::text)) OR paid_out_here))),
    CONSTRAINT book_loan_owes CHECK ((outstanding >= (0)::numeric)),
    CONSTRAINT book_loan_product_share CHECK (((((product)::text = ''::text) AND (product_percent IS NULL)) OR ((NOT ((product)::text = ''::text)) AND ((product_percent >= (0)::numeric) AND (product_percent <= (100)::numeric)))))
);
ALTER TABLE public.finance_bookloan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_bookloan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.finance_decline (
    application_id bigint NOT NULL,
    reason character varying(12) NOT NULL,
    way_to_fix character varying(1000) NOT NULL,
    come_back_on date NOT NULL,
    declined_at timestamp with time zone NOT NULL,
    declined_by_id bigint NOT NULL,
    CONSTRAINT loan_decline_has_a_reason CHECK (((reason)::text = ANY ((ARRAY['papers'::character varying, 'rules'::character varying, 'repayment'::character varying, 'security'::character varying, 'record'::character varying, 'purpose'::character varying, 'visit'::character varying])::text[]))),
    CONSTRAINT loan_decline_says_how_to_mend CHECK (((way_to_fix)::text ~ '\S.*\S.*\S'::text))
);
CREATE TABLE public.finance_disbursement (
    id bigint NOT NULL,
    amount numeric(16,2) NOT NULL,
    paid_on date NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    came boolean,
    said_at timestamp with time zone,
    application_id bigint NOT NULL,
    noted_by_id bigint NOT NULL,
    CONSTRAINT loan_money_word_is_dated CHECK ((((came IS NULL) AND (said_at IS NULL)) OR ((came IS NOT NULL) AND (said_at IS NOT NULL)))),
    CONSTRAINT loan_paid_out_something CHECK ((amount > (0)::numeric))
);
ALTER TABLE public.finance_disbursement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_disbursement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.finance_lendersetting (
    organisation_id bigint NOT NULL,
    two_persons boolean NOT NULL
);
CREATE TABLE public.finance_loanapplication (
    engagement_id bigint NOT NULL,
    number character varying(10) NOT NULL,
    amount numeric(16,2) NOT NULL,
    months smallint NOT NULL,
    purpose character varying(20) NOT NULL,
    facility character varying(20) NOT NULL,
    words character varying(300) NOT NULL,
    received_at timestamp with time zone NOT NULL,
    stage character varying(10) NOT NULL,
    stage_since timestamp with time zone NOT NULL,
    decide_by date NOT NULL,
    sanctioned_at timestamp with time zone,
    sanctioned_amount numeric(16,2),
    sanctioned_rate numeric(6,3),
    sanctioned_months smallint,
    sanction_words character varying(1000) NOT NULL,
    accepted_at timestamp with time zone,
    dossier_id bigint NOT NULL,
    earlier_id bigint,
    grant_id bigint NOT NULL,
    lender_id bigint NOT NULL,
    CONSTRAINT finance_loanapplication_months_check CHECK ((months >= 0)),
    CONSTRAINT finance_loanapplication_sanctioned_months_check CHECK ((sanctioned_months >= 0)),
    CONSTRAINT loan_accepted_after_sanction CHECK (((accepted_at IS NULL) OR (sanctioned_at IS NOT NULL))),
    CONSTRAINT loan_asks_for_money CHECK ((amount > (0)::numeric)),
    CONSTRAINT loan_months CHECK (((months >= 1) AND (months <= 360))),
    CONSTRAINT loan_number_is_ten_digits CHECK (((number)::text ~ '^[1-9][0-9]{9}$'::text)),
    CONSTRAINT loan_sanction_is_whole CHECK ((((sanctioned_amount IS NULL) AND (sanctioned_at IS NULL) AND (sanctioned_months IS NULL) AND (sanctioned_rate IS NULL)) OR ((sanctioned_amount > (0)::numeric) AND (sanctioned_at IS NOT NULL) AND ((sanctioned_months >= 1) AND (sanctioned_months <= 360)) AND ((sanctioned_rate >= (0)::numeric) AND (sanctioned_rate <= (100)::numeric))))),
    CONSTRAINT loan_stage_has_its_facts CHECK (((NOT ((stage)::text = ANY ((ARRAY['sanctioned'::character varying, 'disbursed'::character varying])::text[]))) OR ((sanctioned_at IS NOT NULL) AND ((stage)::text = 'sanctioned'::text)) OR ((accepted_at IS NOT NULL) AND ((stage)::text = 'disbursed'::text))))
);
CREATE TABLE public.finance_loanquery (
    id bigint NOT NULL,
    words character varying(1000) NOT NULL,
    paper_kind character varying(20) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answer character varying(2000) NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint,
    application_id bigint NOT NULL,
    asked_by_id bigint NOT NULL,
    CONSTRAINT loan_query_answer_is_whole CHECK (((((answer)::text = ''::text) AND (answered_at IS NULL) AND (answered_by_id IS NULL)) OR ((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL)))),
    CONSTRAINT loan_query_asks_something CHECK (((NOT ((words)::text = ''::text)) OR (NOT ((paper_kind)::text = ''::text))))
);
ALTER TABLE public.finance_loanquery ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_loanquery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.finance_packagedetail (
    opportunity_id bigint NOT NULL,
    facilities character varying(20)[] NOT NULL,
    purposes character varying(20)[] NOT NULL,
    borrower_types character varying(32)[] NOT NULL,
    amount_min numeric(16,2) NOT NULL,
    amount_max numeric(16,2) NOT NULL,
    benchmark character varying(16) NOT NULL,
    benchmark_percent numeric(6,3) NOT NULL,
    benchmark_as_of date NOT NULL,
    spread_min numeric(6,3) NOT NULL,
    spread_max numeric(6,3) NOT NULL,
    reset_months smallint,
    concessions character varying(500) NOT NULL,
    months_max smallint NOT NULL,
    moratorium_months_max smallint NOT NULL,
    moratorium_interest character varying(8) NOT NULL,
    repayment character varying(10) NOT NULL,
    season_months smallint[] NOT NULL,
    prepayment_percent numeric(6,3),
    prepayment_words character varying(300) NOT NULL,
    primary_security character varying(300) NOT NULL,
    guarantee_fee_percent numeric(6,3),
    guarantee_fee_paid_by character varying(8) NOT NULL,
    gst_percent numeric(5,2) NOT NULL,
    subsidies character varying(8)[] NOT NULL,
    insurance character varying(300) NOT NULL,
    documents character varying(40)[] NOT NULL,
    decision_days smallint NOT NULL,
    contact_desk character varying(200) NOT NULL,
    last_confirmed_on date,
    two_persons boolean NOT NULL,
    submitted_at timestamp with time zone,
    approved_at timestamp with time zone,
    returned_words character varying(500) NOT NULL,
    approved_by_id bigint,
    drafted_by_id bigint,
    CONSTRAINT finance_packagedetail_decision_days_check CHECK ((decision_days >= 0)),
    CONSTRAINT finance_packagedetail_months_max_check CHECK ((months_max >= 0)),
    CONSTRAINT finance_packagedetail_moratorium_months_max_check CHECK ((moratorium_months_max >= 0)),
    CONSTRAINT finance_packagedetail_reset_months_check CHECK ((reset_months >= 0)),
    CONSTRAINT package_amounts_in_order CHECK (((amount_min > (0)::numeric) AND (amount_min <= amount_max))),
    CONSTRAINT package_fixed_rate_has_no_spread CHECK (((NOT ((benchmark)::text = 'fixed'::text)) OR ((reset_months IS NULL) AND (spread_max = (0)::numeric) AND (spread_min = (0)::numeric)))),
    CONSTRAINT package_gst CHECK (((gst_percent >= (0)::numeric) AND (gst_percent <= (100)::numeric))),
    CONSTRAINT package_guarantee_fee_has_a_payer CHECK (((((guarantee_fee_paid_by)::text = ''::text) AND (guarantee_fee_percent IS NULL)) OR ((guarantee_fee_percent >= (0)::numeric) AND (NOT ((guarantee_fee_paid_by)::text = ''::text))))),
    CONSTRAINT package_has_a_facility CHECK ((
CASE
    WHEN (facilities IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(facilities, 1), 0)
END > 0)),
    CONSTRAINT package_has_a_purpose CHECK ((
CASE
    WHEN (purposes IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(purposes, 1), 0)
END > 0)),
    CONSTRAINT package_moratorium_within_term CHECK ((moratorium_months_max < months_max)),
    CONSTRAINT package_rate_in_order CHECK (((spread_min >= (benchmark_percent * ('-1'::integer)::numeric)) AND (spread_min <= spread_max))),
    CONSTRAINT package_season_has_months CHECK (((((repayment)::text = 'seasonal'::text) AND ((
CASE
    WHEN (season_months IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(season_months, 1), 0)
END >= 1) AND (
CASE
    WHEN (season_months IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(season_months, 1), 0)
END <= 12))) OR ((NOT ((repayment)::text = 'seasonal'::text)) AND (season_months = '{}'::smallint[])))),
    CONSTRAINT package_second_person_is_another CHECK (((NOT two_persons) OR (approved_by_id IS NULL) OR (NOT ((approved_by_id = drafted_by_id) AND (approved_by_id IS NOT NULL) AND (drafted_by_id IS NOT NULL))))),
    CONSTRAINT package_term CHECK (((decision_days >= 1) AND ((months_max >= 1) AND (months_max <= 360))))
);
CREATE TABLE public.finance_packagefee (
    id bigint NOT NULL,
    what character varying(16) NOT NULL,
    above numeric(16,2) NOT NULL,
    up_to numeric(16,2),
    percent numeric(6,3),
    rupees numeric(16,2),
    cap numeric(16,2),
    yearly boolean NOT NULL,
    package_id bigint NOT NULL,
    CONSTRAINT fee_in_percent_or_rupees CHECK ((((percent >= (0)::numeric) AND (rupees IS NULL)) OR ((cap IS NULL) AND (percent IS NULL) AND (rupees >= (0)::numeric)))),
    CONSTRAINT fee_slab_in_order CHECK (((above >= (0)::numeric) AND ((up_to IS NULL) OR (up_to > above))))
);
ALTER TABLE public.finance_packagefee ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_packagefee_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.finance_packagemargin (
    id bigint NOT NULL,
    facility character varying(20) NOT NULL,
    percent numeric(6,3) NOT NULL,
    package_id bigint NOT NULL,
    CONSTRAINT margin_is_a_part CHECK (((percent >= (0)::numeric) AND (percent < (100)::numeric)))
);
ALTER TABLE public.finance_packagemargin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_packagemargin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.finance_packagesecurity (
    id bigint NOT NULL,
    above numeric(16,2) NOT NULL,
    up_to numeric(16,2),
    rule character varying(10) NOT NULL,
    cover_percent numeric(6,3),
    package_id bigint NOT NULL,
    CONSTRAINT cover_says_how_much CHECK ((((cover_percent > (0)::numeric) AND ((rule)::text = 'cover'::text)) OR ((NOT ((rule)::text = 'cover'::text)) AND (cover_percent IS NULL)))),
    CONSTRAINT security_slab_in_order CHECK (((above >= (0)::numeric) AND ((up_to IS NULL) OR (up_to > above))))
);
ALTER TABLE public.finance_packagesecurity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_packagesecurity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.finance_packagewords (
    id bigint NOT NULL,
    language character varying(8) NOT NULL,
    title character varying(300) NOT NULL,
    summary text NOT NULL,
    package_id bigint NOT NULL,
    CONSTRAINT package_words_have_a_title CHECK ((NOT ((title)::text = ''::text)))
);
ALTER TABLE public.finance_packagewords ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_packagewords_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.finance_requestdetail (
    opportunity_id bigint NOT NULL,
    amount numeric(16,2) NOT NULL,
    purpose character varying(20) NOT NULL,
    months smallint,
    CONSTRAINT finance_requestdetail_months_check CHECK ((months >= 0)),
    CONSTRAINT loan_request_asks_for_money CHECK ((amount > (0)::numeric)),
    CONSTRAINT loan_request_months CHECK (((months IS NULL) OR ((months >= 1) AND (months <= 360))))
);
CREATE TABLE public.finance_visit (
    id bigint NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    place character varying(200) NOT NULL,
    done_on date,
    note character varying(1000) NOT NULL,
    application_id bigint NOT NULL,
    planned_by_id bigint NOT NULL,
    CONSTRAINT loan_visit_has_a_place CHECK ((NOT ((place)::text = ''::text))),
    CONSTRAINT loan_visit_noted_when_done CHECK (((done_on IS NOT NULL) OR ((note)::text = ''::text)))
);
ALTER TABLE public.finance_visit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.finance_visit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.imports_import (
    id bigint NOT NULL,
    spec character varying(40) NOT NULL,
    state character varying(10) NOT NULL,
    reason character varying(40) NOT NULL,
    layout jsonb NOT NULL,
    guesses jsonb NOT NULL,
    mapping jsonb NOT NULL,
    as_of timestamp with time zone,
    rows_in_file integer NOT NULL,
    last_line integer NOT NULL,
    added integer NOT NULL,
    changed integer NOT NULL,
    same integer NOT NULL,
    refused integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    file_id bigint NOT NULL,
    person_id bigint,
    same_file_as_id bigint,
    origin character varying(80) NOT NULL,
    subject character varying(60) NOT NULL,
    CONSTRAINT import_counts_fit CHECK (((added >= 0) AND (changed >= 0) AND (refused >= 0) AND (same >= 0) AND (rows_in_file >= (((added + changed) + same) + refused)))),
    CONSTRAINT import_ended_has_time CHECK ((((finished_at IS NOT NULL) AND ((state)::text = ANY ((ARRAY['done'::character varying, 'undoing'::character varying, 'undone'::character varying])::text[]))) OR ((NOT ((state)::text = ANY ((ARRAY['done'::character varying, 'undoing'::character varying, 'undone'::character varying])::text[]))) AND (finished_at IS NULL)))),
    CONSTRAINT import_refused_has_reason CHECK (((((state)::text = 'refused'::text) AND (NOT ((reason)::text = ''::text))) OR ((NOT ((state)::text = 'refused'::text)) AND ((reason)::text = ''::text))))
);
ALTER TABLE public.imports_import ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.imports_import_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.imports_importrow (
    id bigint NOT NULL,
    line integer NOT NULL,
    outcome character varying(8) NOT NULL,
    key text NOT NULL,
    "values" jsonb NOT NULL,
    problems jsonb NOT NULL,
    before jsonb,
    of_id bigint NOT NULL,
    CONSTRAINT import_row_refused_has_problems CHECK (((((outcome)::text = 'refused'::text) AND (NOT (problems = '[]'::jsonb))) OR (((outcome)::text = 'changed'::text) AND (problems = '[]'::jsonb))))
);
ALTER TABLE public.imports_importrow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.imports_importrow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.jobs_effect (
    key character varying(200) NOT NULL,
    claimed_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    CONSTRAINT effect_done_after_claim CHECK (((done_at IS NULL) OR (done_at >= claimed_at)))
);
CREATE TABLE public.jobs_failure (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    job character varying(128) NOT NULL,
    attempt smallint NOT NULL,
    at timestamp with time zone NOT NULL,
    error character varying(200) NOT NULL,
    place character varying(300) NOT NULL,
    CONSTRAINT jobs_failure_attempt_check CHECK ((attempt >= 0))
);
ALTER TABLE public.jobs_failure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.jobs_failure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.jobs_replay (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    person_id bigint,
    at timestamp with time zone NOT NULL
);
ALTER TABLE public.jobs_replay ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.jobs_replay_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.late_payments_bankrate (
    id bigint NOT NULL,
    day date NOT NULL,
    percent numeric(5,2) NOT NULL,
    source character varying(200) NOT NULL,
    address character varying(500) NOT NULL,
    is_checked boolean NOT NULL,
    set_at timestamp with time zone,
    set_by_id bigint,
    CONSTRAINT bank_rate_checked_has_a_page CHECK (((NOT is_checked) OR (NOT ((address)::text = ''::text)))),
    CONSTRAINT bank_rate_in_percent CHECK (((percent > (0)::numeric) AND (percent <= (100)::numeric)))
);
ALTER TABLE public.late_payments_bankrate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.late_payments_bankrate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.late_payments_evidence (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    file_id bigint NOT NULL,
    late_payment_id bigint NOT NULL
);
ALTER TABLE public.late_payments_evidence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.late_payments_evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.late_payments_latepayment (
    id bigint NOT NULL,
    buyer character varying(200) NOT NULL,
    invoice_number character varying(60) NOT NULL,
    invoiced_on date NOT NULL,
    amount numeric(16,2) NOT NULL,
    delivered_on date NOT NULL,
    objection_removed_on date,
    agreed_days smallint,
    written_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL,
    written_by_id bigint NOT NULL,
    CONSTRAINT late_payment_objection_after_delivery CHECK (((objection_removed_on IS NULL) OR (objection_removed_on >= delivered_on))),
    CONSTRAINT late_payment_positive CHECK ((amount > (0)::numeric)),
    CONSTRAINT late_payments_latepayment_agreed_days_check CHECK ((agreed_days >= 0))
);
ALTER TABLE public.late_payments_latepayment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.late_payments_latepayment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.late_payments_partpayment (
    id bigint NOT NULL,
    day date NOT NULL,
    amount numeric(16,2) NOT NULL,
    late_payment_id bigint NOT NULL,
    CONSTRAINT part_payment_positive CHECK ((amount > (0)::numeric))
);
ALTER TABLE public.late_payments_partpayment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.late_payments_partpayment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.messaging_dailycount (
    id bigint NOT NULL,
    channel character varying(10) NOT NULL,
    day date NOT NULL,
    sent smallint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT messaging_dailycount_sent_check CHECK ((sent >= 0))
);
ALTER TABLE public.messaging_dailycount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.messaging_dailycount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.messaging_gatewayhealth (
    id bigint NOT NULL,
    channel character varying(10) NOT NULL,
    failures integer NOT NULL,
    resting_until timestamp with time zone,
    CONSTRAINT messaging_gatewayhealth_failures_check CHECK ((failures >= 0)),
    CONSTRAINT messaging_rests_only_after_failures CHECK (((resting_until IS NULL) OR (failures > 0)))
);
ALTER TABLE public.messaging_gatewayhealth ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.messaging_gatewayhealth_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.messaging_notification (
    id bigint NOT NULL,
    key character varying(80) NOT NULL,
    category character varying(20) NOT NULL,
    variables jsonb NOT NULL,
    about character varying(300) NOT NULL,
    dedupe_key character varying(200) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone,
    sms_settled_at timestamp with time zone,
    email_settled_at timestamp with time zone,
    read_at timestamp with time zone,
    person_id bigint NOT NULL,
    CONSTRAINT messaging_about_is_a_path CHECK ((((about)::text = ''::text) OR (((about)::text ~~ '/%'::text) AND (NOT ((about)::text ~~ '//%'::text))))),
    CONSTRAINT messaging_notification_has_dedupe_key CHECK ((NOT ((dedupe_key)::text = ''::text)))
);
ALTER TABLE public.messaging_notification ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.messaging_notification_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.messaging_notificationchoice (
    id bigint NOT NULL,
    category character varying(20) NOT NULL,
    channel character varying(10) NOT NULL,
    frequency character varying(10) NOT NULL,
    chosen_at timestamp with time zone NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT messaging_codes_are_no_choice CHECK ((NOT ((category)::text = 'code'::text)))
);
ALTER TABLE public.messaging_notificationchoice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.messaging_notificationchoice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.messaging_outboxmessage (
    id bigint NOT NULL,
    channel character varying(10) NOT NULL,
    address character varying(254) NOT NULL,
    header character varying(20) NOT NULL,
    subject character varying(300) NOT NULL,
    text text NOT NULL,
    language character varying(12) NOT NULL,
    is_secret boolean NOT NULL,
    parts smallint NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    CONSTRAINT messaging_outboxmessage_parts_check CHECK ((parts >= 0))
);
ALTER TABLE public.messaging_outboxmessage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.messaging_outboxmessage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.messaging_sentmessage (
    id bigint NOT NULL,
    channel character varying(10) NOT NULL,
    key character varying(80) NOT NULL,
    parts smallint NOT NULL,
    reference character varying(120) NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    person_id bigint,
    rejected_because character varying(40) NOT NULL,
    occasion character varying(200) NOT NULL,
    CONSTRAINT messaging_rejected_costs_nothing CHECK ((((rejected_because)::text = ''::text) OR ((parts = 0) AND ((reference)::text = ''::text)))),
    CONSTRAINT messaging_sentmessage_parts_check CHECK ((parts >= 0))
);
ALTER TABLE public.messaging_sentmessage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.messaging_sentmessage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.messaging_shortlink (
    id bigint NOT NULL,
    key character varying(8) NOT NULL,
    target character varying(300) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    person_id bigint,
    CONSTRAINT messaging_short_link_key CHECK (((key)::text ~ '^[a-zA-Z0-9]{8}$'::text)),
    CONSTRAINT messaging_short_link_stays_here CHECK ((((target)::text ~~ '/%'::text) AND (NOT ((target)::text ~~ '//%'::text))))
);
ALTER TABLE public.messaging_shortlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.messaging_shortlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);
ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.needs_need (
    id bigint NOT NULL,
    words text NOT NULL,
    language character varying(8) NOT NULL,
    source character varying(8) NOT NULL,
    stated_at timestamp with time zone NOT NULL,
    met_at timestamp with time zone,
    unit_id bigint NOT NULL,
    corrected_at timestamp with time zone,
    CONSTRAINT need_has_words CHECK ((NOT (words = ''::text)))
);
ALTER TABLE public.needs_need ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.needs_need_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.needs_needconcept (
    id bigint NOT NULL,
    role character varying(8) NOT NULL,
    concept_id bigint NOT NULL,
    need_id bigint NOT NULL,
    CONSTRAINT need_concept_role_known CHECK (((role)::text = ANY ((ARRAY['wanted'::character varying, 'touched'::character varying])::text[])))
);
ALTER TABLE public.needs_needconcept ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.needs_needconcept_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.opportunities_opportunity (
    id bigint NOT NULL,
    kind character varying(32) NOT NULL,
    title character varying(300) NOT NULL,
    summary text NOT NULL,
    language character varying(8) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    closes_at timestamp with time zone,
    ended_at timestamp with time zone,
    end_reason character varying(16) NOT NULL,
    most_answers integer,
    answers_taken integer NOT NULL,
    places integer,
    places_taken integer NOT NULL,
    remote boolean NOT NULL,
    state character varying(2) NOT NULL,
    district character varying(80) NOT NULL,
    latitude double precision,
    longitude double precision,
    need_id bigint,
    unit_id bigint NOT NULL,
    unread_words character varying(60)[] NOT NULL,
    value numeric(16,2),
    CONSTRAINT answers_within_most CHECK (((most_answers IS NULL) OR (answers_taken <= most_answers))),
    CONSTRAINT ended_with_a_reason CHECK (((((end_reason)::text = ''::text) AND (ended_at IS NULL)) OR ((ended_at IS NOT NULL) AND (NOT ((end_reason)::text = ''::text))))),
    CONSTRAINT opportunities_opportunity_answers_taken_check CHECK ((answers_taken >= 0)),
    CONSTRAINT opportunities_opportunity_most_answers_check CHECK ((most_answers >= 0)),
    CONSTRAINT opportunities_opportunity_places_check CHECK ((places >= 0)),
    CONSTRAINT opportunities_opportunity_places_taken_check CHECK ((places_taken >= 0)),
    CONSTRAINT opportunity_has_a_title CHECK ((NOT ((title)::text = ''::text))),
    CONSTRAINT places_within_all CHECK (((places IS NULL) OR (places_taken <= places)))
);
CREATE TABLE public.opportunities_opportunity_clusters (
    id bigint NOT NULL,
    opportunity_id bigint NOT NULL,
    cluster_id bigint NOT NULL
);
ALTER TABLE public.opportunities_opportunity_clusters ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.opportunities_opportunity_clusters_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.opportunities_opportunity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.opportunities_opportunity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.opportunities_opportunityconcept (
    id bigint NOT NULL,
    role character varying(8) NOT NULL,
    concept_id bigint NOT NULL,
    opportunity_id bigint NOT NULL
);
ALTER TABLE public.opportunities_opportunityconcept ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.opportunities_opportunityconcept_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.opportunities_opportunitylink (
    id bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    earlier_id bigint NOT NULL,
    later_id bigint NOT NULL,
    CONSTRAINT opportunity_link_not_to_itself CHECK ((NOT (earlier_id = later_id)))
);
ALTER TABLE public.opportunities_opportunitylink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.opportunities_opportunitylink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.opportunities_source (
    id bigint NOT NULL,
    portal character varying(80) NOT NULL,
    reference character varying(200) NOT NULL,
    address character varying(500) NOT NULL,
    fetched_at timestamp with time zone NOT NULL,
    opportunity_id bigint NOT NULL
);
ALTER TABLE public.opportunities_source ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.opportunities_source_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.organisations_buyer (
    id bigint NOT NULL,
    key character varying(200) NOT NULL,
    unit_id bigint NOT NULL
);
ALTER TABLE public.organisations_buyer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_buyer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.organisations_capabilitywords (
    id bigint NOT NULL,
    part character varying(16) NOT NULL,
    words text NOT NULL,
    language character varying(8) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    not_meant bigint[] NOT NULL,
    unit_id bigint NOT NULL
);
ALTER TABLE public.organisations_capabilitywords ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_capabilitywords_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.organisations_invitation (
    id bigint NOT NULL,
    role character varying(16) NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    accepted boolean,
    invited_by_id bigint NOT NULL,
    person_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    CONSTRAINT invitation_answer_is_whole CHECK ((((accepted IS NULL) AND (answered_at IS NULL)) OR ((accepted IS NOT NULL) AND (answered_at IS NOT NULL))))
);
ALTER TABLE public.organisations_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.organisations_membership (
    id bigint NOT NULL,
    role character varying(16) NOT NULL,
    since timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    person_id bigint NOT NULL,
    organisation_id bigint NOT NULL
);
ALTER TABLE public.organisations_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.organisations_organisation (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    kind character varying(24) NOT NULL,
    institution_kind character varying(24) NOT NULL,
    about text NOT NULL,
    language character varying(8) NOT NULL,
    website character varying(200) NOT NULL,
    started_year smallint,
    women_owned boolean,
    sc_st_owned boolean,
    manufactures boolean,
    created_at timestamp with time zone NOT NULL,
    claimed_at timestamp with time zone,
    closed_at timestamp with time zone,
    is_sample boolean NOT NULL,
    once character varying(32),
    registered_by_id bigint,
    wallet_id bigint,
    CONSTRAINT institution_kind_only_for_academic CHECK ((((kind)::text = 'academic_institution'::text) OR ((institution_kind)::text = ''::text))),
    CONSTRAINT organisation_has_a_name CHECK ((NOT ((name)::text = ''::text))),
    CONSTRAINT organisations_organisation_started_year_check CHECK ((started_year >= 0))
);
ALTER TABLE public.organisations_organisation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.organisations_unit (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    address character varying(300) NOT NULL,
    pin character varying(6) NOT NULL,
    district character varying(80) NOT NULL,
    state character varying(2) NOT NULL,
    latitude double precision,
    longitude double precision,
    works_remotely boolean NOT NULL,
    languages character varying(8)[] NOT NULL,
    may_be_approached boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    renewed_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    organisation_id bigint NOT NULL,
    CONSTRAINT unit_pin_is_six_digits CHECK ((((pin)::text = ''::text) OR ((pin)::text ~ '^[1-9][0-9]{5}$'::text))),
    CONSTRAINT unit_point_is_whole CHECK ((((latitude IS NULL) AND (longitude IS NULL)) OR ((latitude IS NOT NULL) AND (longitude IS NOT NULL))))
);
ALTER TABLE public.organisations_unit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.organisations_unitconcept (
    id bigint NOT NULL,
    role character varying(8) NOT NULL,
    capacity_a_month numeric(12,2),
    capacity_unit character varying(16) NOT NULL,
    by_hand boolean NOT NULL,
    concept_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT unit_capacity_has_a_unit CHECK ((((capacity_a_month IS NULL) AND ((capacity_unit)::text = ''::text)) OR ((capacity_a_month > (0)::numeric) AND (NOT ((capacity_unit)::text = ''::text)))))
);
ALTER TABLE public.organisations_unitconcept ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_unitconcept_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.organisations_yearlycheckin (
    id bigint NOT NULL,
    year smallint NOT NULL,
    investment character varying(16) NOT NULL,
    sales character varying(16) NOT NULL,
    profit character varying(16) NOT NULL,
    jobs character varying(16) NOT NULL,
    said_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL,
    said_by_id bigint NOT NULL,
    CONSTRAINT organisations_yearlycheckin_year_check CHECK ((year >= 0))
);
ALTER TABLE public.organisations_yearlycheckin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organisations_yearlycheckin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.outcomes_closingword (
    id bigint NOT NULL,
    would_again boolean NOT NULL,
    words text NOT NULL,
    given_at timestamp with time zone NOT NULL,
    party_id bigint NOT NULL
);
ALTER TABLE public.outcomes_closingword ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.outcomes_closingword_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.outcomes_measure (
    id bigint NOT NULL,
    indicator character varying(40) NOT NULL,
    moment character varying(12) NOT NULL,
    value numeric(16,2),
    asked_at timestamp with time zone NOT NULL,
    taken_at timestamp with time zone,
    confirmed_by_id bigint,
    engagement_id bigint NOT NULL,
    evidence_id bigint,
    said_by_id bigint NOT NULL,
    CONSTRAINT a_value_was_taken CHECK (((value IS NULL) OR (taken_at IS NOT NULL))),
    CONSTRAINT confirmed_by_another CHECK (((confirmed_by_id IS NULL) OR (NOT ((confirmed_by_id = said_by_id) AND (confirmed_by_id IS NOT NULL)))))
);
ALTER TABLE public.outcomes_measure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.outcomes_measure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);
CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;
CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;
CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);
CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;
CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.purchase_plans_filingreminder (
    id bigint NOT NULL,
    financial_year smallint NOT NULL,
    number smallint NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL,
    sent_by_id bigint NOT NULL,
    CONSTRAINT filing_reminder_within_most CHECK (((number >= 1) AND (number <= 3))),
    CONSTRAINT purchase_plans_filingreminder_financial_year_check CHECK ((financial_year >= 0)),
    CONSTRAINT purchase_plans_filingreminder_number_check CHECK ((number >= 0))
);
ALTER TABLE public.purchase_plans_filingreminder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.purchase_plans_filingreminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.purchase_plans_plandetail (
    opportunity_id bigint NOT NULL,
    financial_year smallint NOT NULL,
    quarter smallint,
    quantity numeric(14,2),
    quantity_unit character varying(8) NOT NULL,
    buying_arm character varying(200) NOT NULL,
    delivery_place character varying(200) NOT NULL,
    reserved boolean,
    reserve_rule character varying(300) NOT NULL,
    reserve_version character varying(60) NOT NULL,
    reserve_address character varying(500) NOT NULL,
    import_id bigint,
    filed_by_id bigint,
    CONSTRAINT plan_quantity_has_a_unit CHECK (((quantity IS NULL) OR ((quantity > (0)::numeric) AND (NOT ((quantity_unit)::text = ''::text))))),
    CONSTRAINT plan_quarter_known CHECK (((quarter IS NULL) OR ((quarter >= 1) AND (quarter <= 4)))),
    CONSTRAINT plan_year_known CHECK (((financial_year >= 2000) AND (financial_year <= 2100))),
    CONSTRAINT purchase_plans_plandetail_financial_year_check CHECK ((financial_year >= 0)),
    CONSTRAINT purchase_plans_plandetail_quarter_check CHECK ((quarter >= 0)),
    CONSTRAINT reserved_only_with_its_rule CHECK (((reserved IS NULL) OR (NOT reserved) OR ((NOT ((reserve_rule)::text = ''::text)) AND (NOT ((reserve_version)::text = ''::text)) AND (NOT ((reserve_address)::text = ''::text)))))
);
CREATE TABLE public.purchase_plans_purchase (
    id bigint NOT NULL,
    reference character varying(120) NOT NULL,
    bought_on date NOT NULL,
    financial_year smallint NOT NULL,
    item character varying(200) NOT NULL,
    vendor character varying(200) NOT NULL,
    amount numeric(16,2) NOT NULL,
    category character varying(8) NOT NULL,
    size character varying(8) NOT NULL,
    trades_only boolean,
    sc_st_owned boolean,
    women_owned boolean,
    import_id bigint,
    organisation_id bigint NOT NULL,
    CONSTRAINT purchase_plans_purchase_financial_year_check CHECK ((financial_year >= 0)),
    CONSTRAINT purchase_positive CHECK ((amount > (0)::numeric))
);
ALTER TABLE public.purchase_plans_purchase ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.purchase_plans_purchase_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reviews_reviewanswer (
    id bigint NOT NULL,
    words text NOT NULL,
    language character varying(8) NOT NULL,
    said_at timestamp with time zone NOT NULL,
    said_by_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    CONSTRAINT review_answer_says_something CHECK ((NOT (words = ''::text)))
);
ALTER TABLE public.reviews_reviewanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_reviewanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reviews_reviewentry (
    id bigint NOT NULL,
    by character varying(11) NOT NULL,
    state character varying(2) NOT NULL,
    district character varying(80) NOT NULL,
    kind character varying(32) NOT NULL,
    figures jsonb NOT NULL,
    seen text NOT NULL,
    decided text NOT NULL,
    rule character varying(200) NOT NULL,
    old_value character varying(200) NOT NULL,
    new_value character varying(200) NOT NULL,
    no_rule_because character varying(500) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    language character varying(8) NOT NULL,
    corrects_id bigint,
    organisation_id bigint,
    written_by_id bigint NOT NULL,
    CONSTRAINT review_is_about_one_thing CHECK (((((by)::text = 'institution'::text) AND ((district)::text = ''::text) AND ((kind)::text = ''::text) AND (organisation_id IS NOT NULL)) OR (((by)::text = 'district'::text) AND ((kind)::text = ''::text) AND (organisation_id IS NULL) AND (NOT ((district)::text = ''::text))) OR (((by)::text = 'kind'::text) AND ((district)::text = ''::text) AND (organisation_id IS NULL) AND (NOT ((kind)::text = ''::text))))),
    CONSTRAINT review_names_the_rule_or_says_why_none CHECK (((((no_rule_because)::text = ''::text) AND (NOT ((rule)::text = ''::text)) AND (NOT ((new_value)::text = ''::text))) OR (((new_value)::text = ''::text) AND ((old_value)::text = ''::text) AND ((rule)::text = ''::text) AND (NOT ((no_rule_because)::text = ''::text))))),
    CONSTRAINT review_says_something CHECK (((NOT (seen = ''::text)) AND (NOT (decided = ''::text))))
);
ALTER TABLE public.reviews_reviewentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_reviewentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reviews_toldfigures (
    id bigint NOT NULL,
    by character varying(11) NOT NULL,
    "group" character varying(80)[] NOT NULL,
    figures jsonb NOT NULL,
    asked_ever integer NOT NULL,
    words_ever integer NOT NULL,
    counted_at timestamp with time zone,
    CONSTRAINT reviews_toldfigures_asked_ever_check CHECK ((asked_ever >= 0)),
    CONSTRAINT reviews_toldfigures_words_ever_check CHECK ((words_ever >= 0))
);
ALTER TABLE public.reviews_toldfigures ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reviews_toldfigures_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.rules_paperdays (
    id bigint NOT NULL,
    paper character varying(60) NOT NULL,
    days smallint NOT NULL,
    source character varying(200) NOT NULL,
    address character varying(500) NOT NULL,
    is_checked boolean NOT NULL,
    CONSTRAINT paper_days_checked_has_a_source CHECK (((NOT is_checked) OR (NOT ((source)::text = ''::text)))),
    CONSTRAINT rules_paperdays_days_check CHECK ((days >= 0))
);
ALTER TABLE public.rules_paperdays ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rules_paperdays_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.rules_reserveditem (
    id bigint NOT NULL,
    number character varying(20) NOT NULL,
    words character varying(300) NOT NULL,
    brought_by_id bigint,
    reserved_list_id bigint NOT NULL
);
CREATE TABLE public.rules_reserveditem_concepts (
    id bigint NOT NULL,
    reserveditem_id bigint NOT NULL,
    concept_id bigint NOT NULL
);
ALTER TABLE public.rules_reserveditem_concepts ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rules_reserveditem_concepts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.rules_reserveditem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rules_reserveditem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.rules_reservedlist (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    issued_by character varying(200) NOT NULL,
    version character varying(60) NOT NULL,
    source character varying(500) NOT NULL,
    effective_from date NOT NULL,
    ended_on date,
    CONSTRAINT reserved_list_can_be_read CHECK ((NOT ((source)::text = ''::text))),
    CONSTRAINT reserved_list_ends_after_it_begins CHECK (((ended_on IS NULL) OR (ended_on >= effective_from)))
);
ALTER TABLE public.rules_reservedlist ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rules_reservedlist_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.rules_rule (
    id bigint NOT NULL,
    fact character varying(40) NOT NULL,
    operator character varying(24) NOT NULL,
    value jsonb NOT NULL,
    hard boolean NOT NULL,
    source character varying(300) NOT NULL,
    version character varying(60) NOT NULL,
    effective_from date NOT NULL,
    opportunity_id bigint NOT NULL
);
ALTER TABLE public.rules_rule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rules_rule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.schemes_scheme (
    opportunity_id bigint NOT NULL,
    code character varying(60) NOT NULL,
    in_force_id bigint
);
CREATE TABLE public.schemes_schemeanswers (
    unit_id bigint NOT NULL,
    size_class character varying(8) NOT NULL,
    started character varying(8) NOT NULL,
    sales character varying(16) NOT NULL,
    only_trades boolean,
    had_support boolean,
    own_money character varying(8) NOT NULL,
    women boolean,
    sc_st boolean,
    minority boolean,
    answered_at timestamp with time zone NOT NULL,
    owners_kept_by_id bigint,
    CONSTRAINT scheme_owners_kept_with_a_yes CHECK (((owners_kept_by_id IS NOT NULL) OR ((minority IS NULL) AND (sc_st IS NULL) AND (women IS NULL))))
);
CREATE TABLE public.schemes_schemefigure (
    id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    value numeric(16,2) NOT NULL,
    checked boolean NOT NULL,
    version_id bigint NOT NULL,
    CONSTRAINT scheme_figure_positive CHECK ((value > (0)::numeric)),
    CONSTRAINT scheme_percent_within_hundred CHECK (((NOT ((kind)::text ~~ '%percent'::text)) OR (value <= (100)::numeric)))
);
ALTER TABLE public.schemes_schemefigure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.schemes_schemefigure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.schemes_schemerule (
    id bigint NOT NULL,
    fact character varying(40) NOT NULL,
    operator character varying(24) NOT NULL,
    value jsonb NOT NULL,
    hard boolean NOT NULL,
    source character varying(300) NOT NULL,
    checked boolean NOT NULL,
    version_id bigint NOT NULL,
    CONSTRAINT scheme_rule_has_a_source CHECK ((NOT ((source)::text = ''::text)))
);
ALTER TABLE public.schemes_schemerule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.schemes_schemerule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.schemes_schemetext (
    id bigint NOT NULL,
    language character varying(8) NOT NULL,
    name character varying(200) NOT NULL,
    benefits text NOT NULL,
    how_to_apply text NOT NULL,
    documents character varying(200)[] NOT NULL,
    version_id bigint NOT NULL
);
ALTER TABLE public.schemes_schemetext ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.schemes_schemetext_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.schemes_schemeversion (
    id bigint NOT NULL,
    number smallint NOT NULL,
    language character varying(8) NOT NULL,
    effective_from date NOT NULL,
    effective_to date,
    address character varying(500) NOT NULL,
    source_title character varying(200) NOT NULL,
    source_address character varying(500) NOT NULL,
    as_of date,
    period_checked boolean NOT NULL,
    fingerprint character varying(64) NOT NULL,
    published_at timestamp with time zone,
    published_by_id bigint,
    scheme_id bigint NOT NULL,
    corrected_on date,
    replaced_by_id bigint,
    revision smallint NOT NULL,
    CONSTRAINT scheme_version_ends_after_it_begins CHECK (((effective_to IS NULL) OR (effective_to >= effective_from))),
    CONSTRAINT scheme_version_has_a_source CHECK (((NOT ((source_title)::text = ''::text)) AND (NOT ((source_address)::text = ''::text)))),
    CONSTRAINT schemes_schemeversion_number_check CHECK ((number >= 0)),
    CONSTRAINT schemes_schemeversion_revision_check CHECK ((revision >= 0))
);
ALTER TABLE public.schemes_schemeversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.schemes_schemeversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_indexeddocument (
    id bigint NOT NULL,
    source character varying(40) NOT NULL,
    object_id bigint NOT NULL,
    words tsvector NOT NULL,
    facets character varying(120)[] NOT NULL,
    concepts bigint[] NOT NULL,
    latitude double precision,
    longitude double precision,
    visible_from timestamp with time zone,
    closes_at timestamp with time zone,
    public boolean NOT NULL,
    boost double precision NOT NULL
);
ALTER TABLE public.search_indexeddocument ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_indexeddocument_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_rebuild (
    id bigint NOT NULL,
    source character varying(40) NOT NULL,
    asked_at timestamp with time zone NOT NULL
);
ALTER TABLE public.search_rebuild ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_rebuild_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_allocationround (
    id bigint NOT NULL,
    title character varying(120) NOT NULL,
    seed character varying(80) NOT NULL,
    reserved_districts character varying(90)[] NOT NULL,
    for_all_colleges boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    rehearsed_at timestamp with time zone,
    rehearsal jsonb NOT NULL,
    applied_at timestamp with time zone,
    cancelled_at timestamp with time zone,
    organisation_id bigint NOT NULL,
    CONSTRAINT round_applied_or_cancelled CHECK (((applied_at IS NULL) OR (cancelled_at IS NULL))),
    CONSTRAINT round_closes_after_it_opens CHECK ((closes_at > created_at)),
    CONSTRAINT round_has_a_seed CHECK ((NOT ((seed)::text = ''::text)))
);
ALTER TABLE public.student_projects_allocationround ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_allocationround_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_callitem (
    id bigint NOT NULL,
    why character varying(16) NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    note character varying(500) NOT NULL,
    engagement_id bigint,
    opportunity_id bigint NOT NULL,
    settled_by_id bigint,
    CONSTRAINT settled_call_says_what CHECK (((settled_at IS NULL) OR (NOT ((note)::text = ''::text))))
);
ALTER TABLE public.student_projects_callitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_callitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_collegeoffer (
    opportunity_id bigint NOT NULL,
    hours_a_month smallint,
    laboratory character varying(500) NOT NULL,
    languages character varying(8)[] NOT NULL,
    department_id bigint,
    faculty_id bigint,
    CONSTRAINT college_offers_something CHECK (((hours_a_month >= 1) OR (NOT ((laboratory)::text = ''::text)))),
    CONSTRAINT student_projects_collegeoffer_hours_a_month_check CHECK ((hours_a_month >= 0))
);
CREATE TABLE public.student_projects_course (
    id bigint NOT NULL,
    name character varying(160) NOT NULL,
    level character varying(12) NOT NULL,
    head_count integer NOT NULL,
    begins_on date NOT NULL,
    ends_on date NOT NULL,
    credits numeric(5,2),
    closed_at timestamp with time zone,
    rule_id bigint,
    department_id bigint NOT NULL,
    CONSTRAINT course_credits_have_a_rule CHECK ((((credits IS NULL) AND (rule_id IS NULL)) OR ((credits > (0)::numeric) AND (rule_id IS NOT NULL)))),
    CONSTRAINT course_ends_after_it_begins CHECK ((ends_on >= begins_on)),
    CONSTRAINT course_has_students CHECK ((head_count >= 1)),
    CONSTRAINT student_projects_course_head_count_check CHECK ((head_count >= 0))
);
ALTER TABLE public.student_projects_course ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_course_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_creditrule (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    hours_a_credit numeric(5,2) NOT NULL,
    source character varying(300) NOT NULL,
    organisation_id bigint NOT NULL,
    CONSTRAINT credit_has_hours CHECK ((hours_a_credit > (0)::numeric))
);
ALTER TABLE public.student_projects_creditrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_creditrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_deliverable (
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    number_after numeric(12,2),
    handed_at timestamp with time zone NOT NULL,
    engagement_id bigint NOT NULL,
    file_id bigint,
    handed_by_id bigint
);
ALTER TABLE public.student_projects_deliverable ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_deliverable_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_department (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    laboratory text NOT NULL,
    closed_at timestamp with time zone,
    unit_id bigint NOT NULL
);
ALTER TABLE public.student_projects_department ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_department_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_department_subjects (
    id bigint NOT NULL,
    department_id bigint NOT NULL,
    concept_id bigint NOT NULL
);
ALTER TABLE public.student_projects_department_subjects ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_department_subjects_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_evaluation (
    id bigint NOT NULL,
    by character varying(8) NOT NULL,
    first smallint NOT NULL,
    second smallint NOT NULL,
    third smallint NOT NULL,
    words text NOT NULL,
    given_at timestamp with time zone NOT NULL,
    engagement_id bigint NOT NULL,
    student_id bigint,
    CONSTRAINT marks_from_1_to_5 CHECK ((((first >= 1) AND (first <= 5)) AND ((second >= 1) AND (second <= 5)) AND ((third >= 1) AND (third <= 5)))),
    CONSTRAINT only_students_give_as_students CHECK (((((by)::text = 'student'::text) AND (student_id IS NOT NULL)) OR ((NOT ((by)::text = 'student'::text)) AND (student_id IS NULL)))),
    CONSTRAINT student_projects_evaluation_first_check CHECK ((first >= 0)),
    CONSTRAINT student_projects_evaluation_second_check CHECK ((second >= 0)),
    CONSTRAINT student_projects_evaluation_third_check CHECK ((third >= 0))
);
ALTER TABLE public.student_projects_evaluation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_evaluation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_facultymember (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    most_projects smallint NOT NULL,
    projects_taken smallint NOT NULL,
    hours_a_month smallint NOT NULL,
    language character varying(8) NOT NULL,
    asked_at timestamp with time zone,
    joined_at timestamp with time zone,
    left_at timestamp with time zone,
    department_id bigint NOT NULL,
    person_id bigint,
    question_key character varying(40) NOT NULL,
    CONSTRAINT student_projects_facultymember_hours_a_month_check CHECK ((hours_a_month >= 0)),
    CONSTRAINT student_projects_facultymember_most_projects_check CHECK ((most_projects >= 0)),
    CONSTRAINT student_projects_facultymember_projects_taken_check CHECK ((projects_taken >= 0)),
    CONSTRAINT supervisor_load_kept CHECK ((projects_taken <= most_projects))
);
ALTER TABLE public.student_projects_facultymember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_facultymember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_facultymember_subjects (
    id bigint NOT NULL,
    facultymember_id bigint CONSTRAINT student_projects_facultymember_subjec_facultymember_id_not_null NOT NULL,
    concept_id bigint NOT NULL
);
ALTER TABLE public.student_projects_facultymember_subjects ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_facultymember_subjects_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_feereport (
    id bigint NOT NULL,
    asker character varying(8) NOT NULL,
    words text NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    settlement character varying(1000) NOT NULL,
    opportunity_id bigint NOT NULL,
    reporter_id bigint,
    settled_by_id bigint,
    CONSTRAINT settled_report_says_what CHECK (((settled_at IS NULL) OR (NOT ((settlement)::text = ''::text))))
);
ALTER TABLE public.student_projects_feereport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_feereport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_logcomment (
    id bigint NOT NULL,
    side character varying(9) NOT NULL,
    words character varying(500) NOT NULL,
    said_at timestamp with time zone NOT NULL,
    person_id bigint,
    log_id bigint NOT NULL
);
ALTER TABLE public.student_projects_logcomment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_logcomment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_midreview (
    id bigint NOT NULL,
    side character varying(9) NOT NULL,
    on_track boolean NOT NULL,
    words character varying(1000) NOT NULL,
    given_at timestamp with time zone NOT NULL,
    engagement_id bigint NOT NULL,
    CONSTRAINT not_on_track_says_why CHECK ((on_track OR (NOT ((words)::text = ''::text))))
);
ALTER TABLE public.student_projects_midreview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_midreview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_projectbrief (
    opportunity_id bigint NOT NULL,
    number_counts character varying(80) NOT NULL,
    number_today numeric(12,2),
    number_wished numeric(12,2),
    "where" character varying(8) NOT NULL,
    visits smallint,
    materials_by character varying(10) NOT NULL,
    travel_by character varying(10) NOT NULL,
    confidential boolean NOT NULL,
    ends_on date,
    students smallint,
    languages character varying(8)[] NOT NULL,
    CONSTRAINT project_numbers_count_something CHECK (((NOT ((number_counts)::text = ''::text)) OR ((number_today IS NULL) AND (number_wished IS NULL)))),
    CONSTRAINT project_students_few CHECK (((students IS NULL) OR ((students >= 1) AND (students <= 12)))),
    CONSTRAINT student_projects_projectbrief_students_check CHECK ((students >= 0)),
    CONSTRAINT student_projects_projectbrief_visits_check CHECK ((visits >= 0))
);
CREATE TABLE public.student_projects_projectcertificate (
    id bigint NOT NULL,
    certificate_id bigint NOT NULL,
    engagement_id bigint NOT NULL,
    student_id bigint NOT NULL
);
ALTER TABLE public.student_projects_projectcertificate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_projectcertificate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_projectwork (
    engagement_id bigint NOT NULL,
    held boolean NOT NULL,
    supervisor_id bigint NOT NULL,
    team_id bigint NOT NULL
);
CREATE TABLE public.student_projects_roundproject (
    id bigint NOT NULL,
    reserved smallint NOT NULL,
    opportunity_id bigint NOT NULL,
    round_id bigint NOT NULL,
    CONSTRAINT student_projects_roundproject_reserved_check CHECK ((reserved >= 0))
);
ALTER TABLE public.student_projects_roundproject ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_roundproject_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_roundteam (
    id bigint NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    level smallint,
    wish smallint,
    left_out character varying(40) NOT NULL,
    engagement_id bigint,
    entered_by_id bigint,
    project_id bigint,
    round_id bigint NOT NULL,
    team_id bigint NOT NULL,
    CONSTRAINT a_seat_answers_a_wish CHECK ((((project_id IS NULL) AND (wish IS NULL)) OR ((project_id IS NOT NULL) AND (wish >= 1)))),
    CONSTRAINT student_projects_roundteam_level_check CHECK ((level >= 0)),
    CONSTRAINT student_projects_roundteam_wish_check CHECK ((wish >= 0))
);
ALTER TABLE public.student_projects_roundteam ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_roundteam_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_roundunit (
    id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    capacity smallint,
    agreed_at timestamp with time zone,
    agreed_by_id bigint,
    round_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT round_unit_agrees_whole CHECK ((((agreed_at IS NULL) AND (capacity IS NULL)) OR ((agreed_at IS NOT NULL) AND (capacity >= 1)))),
    CONSTRAINT student_projects_roundunit_capacity_check CHECK ((capacity >= 0))
);
ALTER TABLE public.student_projects_roundunit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_roundunit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_stillinuse (
    engagement_id bigint NOT NULL,
    key character varying(40) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    in_use boolean,
    words character varying(500) NOT NULL,
    answered_at timestamp with time zone,
    CONSTRAINT in_use_asked_before_answered CHECK (((answered_at IS NULL) OR (answered_at >= asked_at))),
    CONSTRAINT in_use_is_said_whole CHECK ((((answered_at IS NULL) AND (in_use IS NULL)) OR ((answered_at IS NOT NULL) AND (in_use IS NOT NULL))))
);
CREATE TABLE public.student_projects_student (
    id bigint NOT NULL,
    roll_number character varying(40) NOT NULL,
    name character varying(120) NOT NULL,
    phone character varying(16) NOT NULL,
    email character varying(254) NOT NULL,
    born_on date,
    language character varying(8) NOT NULL,
    skills character varying(80)[] NOT NULL,
    consent_key character varying(40) NOT NULL,
    asked_at timestamp with time zone,
    consented_at timestamp with time zone,
    refused_at timestamp with time zone,
    guardian_name character varying(120) NOT NULL,
    guardian_phone character varying(16) NOT NULL,
    guardian_key character varying(40) NOT NULL,
    guardian_consented_at timestamp with time zone,
    guardian_checked_at timestamp with time zone,
    import_id bigint,
    told_by_import bigint,
    told_on_line integer,
    created_at timestamp with time zone NOT NULL,
    left_at timestamp with time zone,
    erased_at timestamp with time zone,
    course_id bigint NOT NULL,
    guardian_id bigint,
    guardian_checked_by_id bigint,
    organisation_id bigint NOT NULL,
    person_id bigint,
    guardian_refused_at timestamp with time zone,
    CONSTRAINT guardian_check_is_whole CHECK ((((guardian_checked_at IS NULL) AND (guardian_checked_by_id IS NULL)) OR ((guardian_checked_at IS NOT NULL) AND (guardian_checked_by_id IS NOT NULL)))),
    CONSTRAINT guardian_has_own_number CHECK ((((guardian_phone)::text = ''::text) OR (NOT ((guardian_phone)::text = (phone)::text)))),
    CONSTRAINT guardian_said_one_thing CHECK (((guardian_consented_at IS NULL) OR (guardian_refused_at IS NULL))),
    CONSTRAINT student_named_unless_erased CHECK ((((erased_at IS NULL) AND (NOT ((name)::text = ''::text)) AND (NOT ((roll_number)::text = ''::text))) OR ((born_on IS NULL) AND ((email)::text = ''::text) AND (erased_at IS NOT NULL) AND ((name)::text = ''::text) AND (person_id IS NULL) AND ((phone)::text = ''::text) AND ((roll_number)::text = ''::text)))),
    CONSTRAINT student_said_one_thing CHECK (((consented_at IS NULL) OR (refused_at IS NULL)))
);
ALTER TABLE public.student_projects_student ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_student_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_team (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    series character varying(16) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    course_id bigint NOT NULL,
    supervisor_id bigint
);
ALTER TABLE public.student_projects_team ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_team_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_teammember (
    id bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    left_at timestamp with time zone,
    student_id bigint NOT NULL,
    team_id bigint NOT NULL
);
ALTER TABLE public.student_projects_teammember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_teammember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_teamwish (
    id bigint NOT NULL,
    rank smallint NOT NULL,
    project_id bigint NOT NULL,
    team_id bigint NOT NULL,
    CONSTRAINT student_projects_teamwish_rank_check CHECK ((rank >= 0)),
    CONSTRAINT wish_ranks_from_one CHECK ((rank >= 1))
);
ALTER TABLE public.student_projects_teamwish ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_teamwish_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_terms (
    id bigint NOT NULL,
    version smallint NOT NULL,
    ownership character varying(20) NOT NULL,
    publish_after_months smallint,
    secrecy character varying(16) NOT NULL,
    insurance character varying(8) NOT NULL,
    visits smallint NOT NULL,
    objectives text NOT NULL,
    names_unit boolean NOT NULL,
    words jsonb NOT NULL,
    proposed_by character varying(9) NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    unit_agreed_at timestamp with time zone,
    college_agreed_at timestamp with time zone,
    engagement_id bigint NOT NULL,
    CONSTRAINT publishing_waits_some_months CHECK ((NOT (((ownership)::text = 'college_publishes'::text) AND (publish_after_months IS NULL)))),
    CONSTRAINT student_projects_terms_publish_after_months_check CHECK ((publish_after_months >= 0)),
    CONSTRAINT student_projects_terms_version_check CHECK ((version >= 0)),
    CONSTRAINT student_projects_terms_visits_check CHECK ((visits >= 0))
);
ALTER TABLE public.student_projects_terms ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_terms_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_unitrank (
    id bigint NOT NULL,
    level smallint,
    project_id bigint NOT NULL,
    team_id bigint NOT NULL,
    CONSTRAINT level_from_one CHECK (((level IS NULL) OR (level >= 1))),
    CONSTRAINT student_projects_unitrank_level_check CHECK ((level >= 0))
);
ALTER TABLE public.student_projects_unitrank ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_unitrank_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_weeklog (
    id bigint NOT NULL,
    week date NOT NULL,
    hours numeric(4,1) NOT NULL,
    done text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    engagement_id bigint NOT NULL,
    student_id bigint NOT NULL,
    CONSTRAINT log_hours_in_a_week CHECK (((hours > (0)::numeric) AND (hours <= (60)::numeric)))
);
ALTER TABLE public.student_projects_weeklog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_weeklog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_widening (
    id bigint NOT NULL,
    kilometres smallint NOT NULL,
    widened_at timestamp with time zone NOT NULL,
    opportunity_id bigint NOT NULL,
    CONSTRAINT student_projects_widening_kilometres_check CHECK ((kilometres >= 0))
);
ALTER TABLE public.student_projects_widening ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_widening_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.student_projects_wrongnumber (
    id bigint NOT NULL,
    seal character varying(64) NOT NULL,
    said_at timestamp with time zone NOT NULL,
    student_id bigint NOT NULL
);
ALTER TABLE public.student_projects_wrongnumber ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.student_projects_wrongnumber_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.targeted_notices_notice (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    audience jsonb NOT NULL,
    page character varying(200) NOT NULL,
    valid_until date NOT NULL,
    written_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone,
    two_persons boolean NOT NULL,
    returned_words character varying(500) NOT NULL,
    sent_at timestamp with time zone,
    fit integer,
    stopped_at timestamp with time zone,
    done_at timestamp with time zone,
    opportunity_id bigint,
    organisation_id bigint NOT NULL,
    sent_by_id bigint,
    written_by_id bigint NOT NULL,
    CONSTRAINT notice_leads_to_one_thing CHECK ((((page)::text = ''::text) OR ((opportunity_id IS NULL) AND ((page)::text ~~ '/%'::text)))),
    CONSTRAINT notice_second_person_is_another CHECK (((NOT two_persons) OR (sent_by_id IS NULL) OR (NOT ((sent_by_id = written_by_id) AND (sent_by_id IS NOT NULL))))),
    CONSTRAINT notice_sent_is_whole CHECK ((((done_at IS NULL) AND (fit IS NULL) AND (sent_at IS NULL) AND (sent_by_id IS NULL) AND (stopped_at IS NULL)) OR ((fit IS NOT NULL) AND (sent_at IS NOT NULL) AND (sent_by_id IS NOT NULL) AND (submitted_at IS NOT NULL)))),
    CONSTRAINT targeted_notices_notice_fit_check CHECK ((fit >= 0))
);
ALTER TABLE public.targeted_notices_notice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targeted_notices_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.targeted_notices_noticetext (
    id bigint NOT NULL,
    language character varying(8) NOT NULL,
    title character varying(60) NOT NULL,
    words text NOT NULL,
    notice_id bigint NOT NULL,
    CONSTRAINT notice_text_has_words CHECK (((NOT ((title)::text = ''::text)) AND (NOT (words = ''::text))))
);
ALTER TABLE public.targeted_notices_noticetext ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targeted_notices_noticetext_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.targeted_notices_office (
    organisation_id bigint NOT NULL,
    two_persons boolean NOT NULL
);
CREATE TABLE public.targeted_notices_ownersfound (
    organisation_id bigint NOT NULL,
    women boolean NOT NULL,
    sc_st boolean NOT NULL,
    minority boolean NOT NULL,
    agreed_at timestamp with time zone NOT NULL,
    agreed_by_id bigint NOT NULL,
    for_help boolean NOT NULL
);
CREATE TABLE public.targeted_notices_receiver (
    id bigint NOT NULL,
    outcome character varying(16) NOT NULL,
    settled_at timestamp with time zone,
    opened_at timestamp with time zone,
    notice_id bigint NOT NULL,
    person_id bigint,
    unit_id bigint NOT NULL,
    CONSTRAINT notice_waits_until_settled CHECK (((((outcome)::text = 'waiting'::text) AND (settled_at IS NULL)) OR ((NOT ((outcome)::text = 'waiting'::text)) AND (settled_at IS NOT NULL))))
);
ALTER TABLE public.targeted_notices_receiver ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targeted_notices_receiver_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.targeted_notices_silence (
    id bigint NOT NULL,
    said_at timestamp with time zone NOT NULL,
    office_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    said_by_id bigint NOT NULL
);
ALTER TABLE public.targeted_notices_silence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targeted_notices_silence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.targeted_notices_toldgroup (
    id bigint NOT NULL,
    audience jsonb NOT NULL,
    told_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL
);
ALTER TABLE public.targeted_notices_toldgroup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.targeted_notices_toldgroup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.tenders_corrigendum (
    id bigint NOT NULL,
    number smallint NOT NULL,
    at timestamp with time zone NOT NULL,
    changes jsonb NOT NULL,
    tender_id bigint NOT NULL,
    CONSTRAINT tenders_corrigendum_number_check CHECK ((number >= 0))
);
ALTER TABLE public.tenders_corrigendum ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tenders_corrigendum_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.tenders_tenderdetail (
    opportunity_id bigint NOT NULL,
    tender_id character varying(120) NOT NULL,
    reference character varying(200) NOT NULL,
    twin_key character varying(64) NOT NULL,
    organisation_chain character varying(200)[] NOT NULL,
    buyer_type character varying(8) NOT NULL,
    category character varying(8) NOT NULL,
    tender_type character varying(60) NOT NULL,
    form_of_contract character varying(60) NOT NULL,
    product_category character varying(120) NOT NULL,
    fee numeric(16,2),
    emd_amount numeric(16,2),
    emd_percent numeric(5,2),
    emd_words character varying(120) NOT NULL,
    emd_exemption boolean,
    papers_from timestamp with time zone,
    papers_until timestamp with time zone,
    questions_from timestamp with time zone,
    questions_until timestamp with time zone,
    bids_from timestamp with time zone,
    bids_until timestamp with time zone,
    bids_open_at timestamp with time zone,
    price_bids_open_at timestamp with time zone,
    pre_bid_meeting_at timestamp with time zone,
    contract_at timestamp with time zone,
    bids_received integer,
    bid_validity_days integer,
    period_of_work character varying(120) NOT NULL,
    location character varying(300) NOT NULL,
    pin character varying(6) NOT NULL,
    payment_mode character varying(60) NOT NULL,
    two_stage boolean,
    authority character varying(300) NOT NULL,
    status character varying(60) NOT NULL,
    stage character varying(60) NOT NULL,
    documents jsonb NOT NULL,
    brought_by_id bigint,
    CONSTRAINT tender_emd_in_percent CHECK (((emd_percent IS NULL) OR ((emd_percent > (0)::numeric) AND (emd_percent <= (100)::numeric)))),
    CONSTRAINT tender_emd_positive CHECK (((emd_amount IS NULL) OR (emd_amount > (0)::numeric))),
    CONSTRAINT tender_fee_positive CHECK (((fee IS NULL) OR (fee > (0)::numeric))),
    CONSTRAINT tender_pin_is_six_digits CHECK ((((pin)::text = ''::text) OR ((pin)::text ~ '^[1-9][0-9]{5}$'::text))),
    CONSTRAINT tenders_tenderdetail_bid_validity_days_check CHECK ((bid_validity_days >= 0)),
    CONSTRAINT tenders_tenderdetail_bids_received_check CHECK ((bids_received >= 0))
);
CREATE TABLE public.threads_participant (
    id bigint NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    left_at timestamp with time zone,
    read_up_to bigint NOT NULL,
    person_id bigint NOT NULL,
    thread_id bigint NOT NULL,
    CONSTRAINT threads_participant_leaves_after_joining CHECK (((left_at IS NULL) OR (left_at >= joined_at)))
);
ALTER TABLE public.threads_participant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.threads_participant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.threads_post (
    id bigint NOT NULL,
    words text NOT NULL,
    language character varying(12) NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    edited_at timestamp with time zone,
    erased_at timestamp with time zone,
    author_id bigint NOT NULL,
    file_id bigint,
    thread_id bigint NOT NULL,
    CONSTRAINT threads_post_erased_is_empty CHECK (((erased_at IS NULL) OR ((file_id IS NULL) AND (words = ''::text)))),
    CONSTRAINT threads_post_says_something CHECK (((NOT (words = ''::text)) OR (file_id IS NOT NULL) OR (erased_at IS NOT NULL)))
);
ALTER TABLE public.threads_post ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.threads_post_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.threads_thread (
    id bigint NOT NULL,
    opened_at timestamp with time zone NOT NULL
);
ALTER TABLE public.threads_thread ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.threads_thread_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.trainings_attendance (
    id bigint NOT NULL,
    marked_at timestamp with time zone NOT NULL,
    marked_by_id bigint NOT NULL,
    attendee_id bigint NOT NULL,
    session_id bigint NOT NULL
);
ALTER TABLE public.trainings_attendance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trainings_attendance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.trainings_attendee (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    erased_at timestamp with time zone,
    certificate_id bigint,
    engagement_id bigint NOT NULL,
    person_id bigint,
    CONSTRAINT attendee_has_a_name CHECK ((((erased_at IS NULL) AND (NOT ((name)::text = ''::text))) OR ((erased_at IS NOT NULL) AND ((name)::text = ''::text) AND (person_id IS NULL))))
);
ALTER TABLE public.trainings_attendee ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trainings_attendee_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.trainings_session (
    id bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    topic character varying(160) NOT NULL,
    venue character varying(300) NOT NULL,
    link character varying(500) NOT NULL,
    training_id bigint NOT NULL,
    CONSTRAINT session_ends_after_its_start CHECK ((ends_at > starts_at))
);
ALTER TABLE public.trainings_session ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.trainings_session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.trainings_trainingdetail (
    opportunity_id bigint NOT NULL,
    mode character varying(9) NOT NULL,
    venue character varying(300) NOT NULL,
    link character varying(500) NOT NULL,
    languages character varying(8)[] NOT NULL,
    fee numeric(16,2) NOT NULL,
    paid_by character varying(8) NOT NULL,
    level character varying(16) NOT NULL,
    abilities text NOT NULL,
    certificate boolean NOT NULL,
    attendance_needed smallint NOT NULL,
    finished_at timestamp with time zone,
    cancel_reason character varying(16) NOT NULL,
    CONSTRAINT training_attendance_in_percent CHECK (((attendance_needed >= 1) AND (attendance_needed <= 100))),
    CONSTRAINT training_fee_has_a_payer CHECK ((((fee = (0)::numeric) AND (NOT ((paid_by)::text = 'unit'::text))) OR ((fee > (0)::numeric) AND ((paid_by)::text = 'unit'::text)))),
    CONSTRAINT training_in_person_has_a_venue CHECK ((((mode)::text = 'online'::text) OR (NOT ((venue)::text = ''::text)))),
    CONSTRAINT trainings_trainingdetail_attendance_needed_check CHECK ((attendance_needed >= 0))
);
CREATE TABLE public.trainings_wishanswer (
    engagement_id bigint NOT NULL,
    hours smallint NOT NULL,
    fee numeric(16,2) NOT NULL,
    first_day date NOT NULL,
    CONSTRAINT trainings_wishanswer_hours_check CHECK ((hours >= 0)),
    CONSTRAINT wish_answer_fee_not_negative CHECK ((fee >= (0)::numeric)),
    CONSTRAINT wish_answer_has_hours CHECK (((hours > 0) AND (hours <= 500)))
);
CREATE TABLE public.trainings_wishdetail (
    opportunity_id bigint NOT NULL,
    people smallint,
    mode character varying(9) NOT NULL,
    languages character varying(8)[] NOT NULL,
    CONSTRAINT trainings_wishdetail_people_check CHECK ((people >= 0)),
    CONSTRAINT wish_for_somebody CHECK (((people IS NULL) OR (people > 0)))
);
CREATE TABLE public.verification_cannedreason (
    code character varying(40) NOT NULL,
    "position" smallint NOT NULL,
    sentences jsonb NOT NULL,
    CONSTRAINT canned_reason_has_a_key CHECK ((("position" >= 1) AND ("position" <= 9))),
    CONSTRAINT canned_reason_in_english_and_hindi CHECK ((sentences ?& '{en,hi}'::text[])),
    CONSTRAINT verification_cannedreason_position_check CHECK (("position" >= 0))
);
CREATE TABLE public.verification_case (
    id bigint NOT NULL,
    state character varying(12) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    rests_until timestamp with time zone,
    claimed_until timestamp with time zone,
    decided_at timestamp with time zone,
    owner_told_at timestamp with time zone,
    undone_at timestamp with time zone,
    kept_for_audit boolean NOT NULL,
    claimed_by_id bigint,
    decided_by_id bigint,
    organisation_id bigint NOT NULL,
    reason_id character varying(40),
    identifier_id bigint,
    CONSTRAINT case_claim_is_whole CHECK ((((claimed_by_id IS NULL) AND (claimed_until IS NULL)) OR ((claimed_by_id IS NOT NULL) AND (claimed_until IS NOT NULL)))),
    CONSTRAINT case_decided_is_whole CHECK ((((decided_at IS NULL) AND (decided_by_id IS NULL) AND ((state)::text = ANY ((ARRAY['open'::character varying, 'skipped'::character varying, 'withdrawn'::character varying])::text[]))) OR ((decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL) AND ((state)::text = ANY ((ARRAY['approved'::character varying, 'returned'::character varying])::text[]))))),
    CONSTRAINT case_returned_has_a_reason CHECK ((((reason_id IS NOT NULL) AND ((state)::text = 'returned'::text)) OR ((NOT ((state)::text = 'returned'::text)) AND (reason_id IS NULL)))),
    CONSTRAINT case_skipped_rests CHECK (((NOT ((state)::text = 'skipped'::text)) OR (rests_until IS NOT NULL))),
    CONSTRAINT case_told_was_decided CHECK (((owner_told_at IS NULL) OR (decided_at IS NOT NULL)))
);
ALTER TABLE public.verification_case ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.verification_case_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.verification_decision (
    id bigint NOT NULL,
    verdict character varying(12) NOT NULL,
    role character varying(16) NOT NULL,
    in_batch boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    case_id bigint NOT NULL,
    institution_id bigint,
    reason_id character varying(40),
    CONSTRAINT decision_returned_has_a_reason CHECK ((((reason_id IS NOT NULL) AND ((verdict)::text = 'returned'::text)) OR ((NOT ((verdict)::text = 'returned'::text)) AND (reason_id IS NULL))))
);
ALTER TABLE public.verification_decision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.verification_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.verification_identifier (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    sealed text NOT NULL,
    blind_index character varying(64) NOT NULL,
    paper_says character varying(12) NOT NULL,
    stated_at timestamp with time zone NOT NULL,
    format_ok boolean NOT NULL,
    cross_check_ok boolean,
    evidence_at timestamp with time zone,
    verified_at timestamp with time zone,
    verified_as character varying(16) NOT NULL,
    recheck_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    evidence_id bigint,
    organisation_id bigint NOT NULL,
    stated_by_id bigint NOT NULL,
    verified_by_id bigint,
    verified_for_id bigint,
    shows_sc_st_owned boolean,
    shows_women_owned boolean,
    CONSTRAINT identifier_evidence_has_a_time CHECK ((((evidence_id IS NULL) AND (evidence_at IS NULL)) OR ((evidence_id IS NOT NULL) AND (evidence_at IS NOT NULL)))),
    CONSTRAINT identifier_owner_read_on_verified_udyam CHECK ((((shows_sc_st_owned IS NULL) AND (shows_women_owned IS NULL)) OR (((kind)::text = 'udyam'::text) AND (verified_at IS NOT NULL)))),
    CONSTRAINT identifier_verified_is_whole CHECK ((((recheck_at IS NULL) AND ((verified_as)::text = ''::text) AND (verified_at IS NULL) AND (verified_by_id IS NULL)) OR ((recheck_at IS NOT NULL) AND (verified_at IS NOT NULL) AND (verified_by_id IS NOT NULL) AND (NOT ((verified_as)::text = ''::text))))),
    CONSTRAINT identifier_verified_needs_paper CHECK (((verified_at IS NULL) OR ((evidence_id IS NOT NULL) AND format_ok)))
);
ALTER TABLE public.verification_identifier ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.verification_identifier_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.vocabulary_concept (
    id bigint NOT NULL,
    slug character varying(60) NOT NULL,
    kind character varying(12) NOT NULL,
    status character varying(10) NOT NULL,
    decides_compound boolean NOT NULL,
    from_files boolean NOT NULL,
    group_id bigint,
    CONSTRAINT concept_kind_known CHECK (((kind)::text = ANY ((ARRAY['product'::character varying, 'machine'::character varying, 'material'::character varying, 'service'::character varying, 'skill'::character varying, 'certificate'::character varying, 'need'::character varying, 'group'::character varying, 'sector'::character varying])::text[]))),
    CONSTRAINT concept_not_its_own_group CHECK ((NOT ((group_id = id) AND (group_id IS NOT NULL)))),
    CONSTRAINT concept_status_known CHECK (((status)::text = ANY ((ARRAY['active'::character varying, 'proposed'::character varying, 'retired'::character varying])::text[])))
);
ALTER TABLE public.vocabulary_concept ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.vocabulary_concept_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.vocabulary_conceptcode (
    id bigint NOT NULL,
    system character varying(8) NOT NULL,
    code character varying(60) NOT NULL,
    note character varying(200) NOT NULL,
    concept_id bigint NOT NULL,
    CONSTRAINT code_has_its_systems_shape CHECK (((((code)::text ~ '^(\d{4}|\d{6}|\d{8})$'::text) AND ((system)::text = 'hsn'::text)) OR (((code)::text ~ '^\d{5}$'::text) AND ((system)::text = 'nic2008'::text)) OR (((code)::text ~ '^\S.*\S$'::text) AND ((system)::text = 'portal'::text))))
);
ALTER TABLE public.vocabulary_conceptcode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.vocabulary_conceptcode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.vocabulary_conceptname (
    id bigint NOT NULL,
    language character varying(8) NOT NULL,
    text character varying(120) NOT NULL,
    preferred boolean NOT NULL,
    key character varying(120) NOT NULL,
    from_files boolean NOT NULL,
    concept_id bigint NOT NULL,
    CONSTRAINT name_not_empty CHECK ((NOT ((text)::text = ''::text)))
);
ALTER TABLE public.vocabulary_conceptname ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.vocabulary_conceptname_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.vocabulary_edition (
    id smallint NOT NULL,
    number uuid NOT NULL,
    files character varying(64) NOT NULL,
    CONSTRAINT edition_is_one_row CHECK ((id = 1)),
    CONSTRAINT vocabulary_edition_id_check CHECK ((id >= 0))
);
CREATE TABLE public.vocabulary_relation (
    id bigint NOT NULL,
    relation character varying(20) NOT NULL,
    concept_id bigint NOT NULL,
    other_id bigint NOT NULL,
    CONSTRAINT relation_name_known CHECK (((relation)::text = ANY ((ARRAY['machine_for'::character varying, 'material_for'::character varying, 'service_for'::character varying, 'certificate_for'::character varying, 'skill_for'::character varying, 'kind_of'::character varying, 'sold_with'::character varying])::text[]))),
    CONSTRAINT relation_not_to_itself CHECK ((NOT (concept_id = other_id)))
);
ALTER TABLE public.vocabulary_relation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.vocabulary_relation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.vocabulary_state (
    code character varying(2) NOT NULL,
    gst_code character varying(2) NOT NULL,
    lgd_code smallint NOT NULL,
    former_gst_code character varying(2) NOT NULL,
    other_codes jsonb NOT NULL,
    languages jsonb NOT NULL,
    name character varying(60) NOT NULL,
    hindi_name character varying(60) NOT NULL,
    CONSTRAINT vocabulary_state_lgd_code_check CHECK ((lgd_code >= 0))
);
CREATE TABLE public.vocabulary_unknownword (
    id bigint NOT NULL,
    word character varying(40) NOT NULL,
    language character varying(8) NOT NULL,
    examples jsonb NOT NULL,
    decision character varying(8) NOT NULL,
    decided_at timestamp with time zone,
    concept_id bigint,
    CONSTRAINT unknown_word_decided_or_open CHECK ((((decided_at IS NULL) AND ((decision)::text = 'open'::text)) OR ((NOT ((decision)::text = 'open'::text)) AND (decided_at IS NOT NULL)))),
    CONSTRAINT unknown_word_decision_known CHECK (((decision)::text = ANY ((ARRAY['open'::character varying, 'name'::character varying, 'nothing'::character varying])::text[])))
);
ALTER TABLE public.vocabulary_unknownword ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.vocabulary_unknownword_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.vocabulary_unknownwordday (
    id bigint NOT NULL,
    day date NOT NULL,
    typed smallint NOT NULL,
    word_id bigint NOT NULL,
    CONSTRAINT unknown_word_day_capped CHECK (((typed >= 1) AND (typed <= 1000))),
    CONSTRAINT vocabulary_unknownwordday_typed_check CHECK ((typed >= 0))
);
ALTER TABLE public.vocabulary_unknownwordday ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.vocabulary_unknownwordday_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.vocabulary_unknownwordsofday (
    id bigint NOT NULL,
    day date NOT NULL,
    mark character varying(32) NOT NULL,
    counted integer NOT NULL,
    CONSTRAINT vocabulary_unknownwordsofday_counted_check CHECK ((counted >= 0))
);
ALTER TABLE public.vocabulary_unknownwordsofday ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.vocabulary_unknownwordsofday_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.vocabulary_unknownwordteller (
    id bigint NOT NULL,
    mark character varying(32) NOT NULL,
    word_id bigint NOT NULL
);
ALTER TABLE public.vocabulary_unknownwordteller ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.vocabulary_unknownwordteller_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wallet_dossier (
    id bigint NOT NULL,
    purpose character varying(200) NOT NULL,
    facts jsonb NOT NULL,
    facts_as_of timestamp with time zone NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_id bigint NOT NULL,
    wallet_id bigint NOT NULL,
    CONSTRAINT dossier_has_a_purpose CHECK ((NOT ((purpose)::text = ''::text)))
);
ALTER TABLE public.wallet_dossier ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wallet_dossier_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wallet_dossierpaper (
    id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    paper_id bigint NOT NULL
);
ALTER TABLE public.wallet_dossierpaper ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wallet_dossierpaper_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wallet_grant (
    id bigint NOT NULL,
    reader character varying(200) NOT NULL,
    given_at timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    reason character varying(300) NOT NULL,
    dossier_id bigint NOT NULL,
    given_by_id bigint NOT NULL,
    withdrawn_by_id bigint,
    CONSTRAINT grant_ends_after_it_begins CHECK ((until > given_at)),
    CONSTRAINT grant_names_its_reader CHECK ((NOT ((reader)::text = ''::text))),
    CONSTRAINT grant_withdrawn_is_whole CHECK (((((reason)::text = ''::text) AND (withdrawn_at IS NULL) AND (withdrawn_by_id IS NULL)) OR ((withdrawn_at >= given_at) AND (withdrawn_at IS NOT NULL))))
);
ALTER TABLE public.wallet_grant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wallet_grant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wallet_helper (
    id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    agreed_at timestamp with time zone,
    until timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    asked_by_id bigint NOT NULL,
    person_id bigint NOT NULL,
    wallet_id bigint NOT NULL,
    CONSTRAINT helper_agrees_after_asking CHECK (((agreed_at IS NULL) OR (agreed_at >= asked_at))),
    CONSTRAINT helper_ends_after_asking CHECK ((until > asked_at))
);
ALTER TABLE public.wallet_helper ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wallet_helper_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wallet_look (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    grant_id bigint,
    helper_id bigint,
    person_id bigint NOT NULL,
    paper_id bigint NOT NULL,
    CONSTRAINT look_by_reader_or_helper CHECK ((((grant_id IS NOT NULL) AND (helper_id IS NULL)) OR ((grant_id IS NULL) AND (helper_id IS NOT NULL))))
);
ALTER TABLE public.wallet_look ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wallet_look_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wallet_paper (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    title character varying(120) NOT NULL,
    is_borrowed boolean NOT NULL,
    period_from date,
    period_to date,
    expires_on date,
    added_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    added_by_id bigint NOT NULL,
    file_id bigint,
    replaced_by_id bigint,
    wallet_id bigint NOT NULL,
    CONSTRAINT paper_is_there_or_removed CHECK ((((file_id IS NOT NULL) AND (removed_at IS NULL)) OR ((file_id IS NULL) AND (removed_at IS NOT NULL) AND ((title)::text = ''::text)))),
    CONSTRAINT paper_period_is_whole CHECK ((((period_from IS NULL) AND (period_to IS NULL)) OR ((period_from IS NOT NULL) AND (period_from <= period_to) AND (period_to IS NOT NULL)))),
    CONSTRAINT paper_replaced_by_another CHECK (((replaced_by_id IS NULL) OR (NOT ((replaced_by_id = id) AND (replaced_by_id IS NOT NULL)))))
);
ALTER TABLE public.wallet_paper ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wallet_paper_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wallet_wallet (
    id bigint NOT NULL,
    opened_at timestamp with time zone NOT NULL
);
ALTER TABLE public.wallet_wallet ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wallet_wallet_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);
INSERT INTO public.late_payments_bankrate VALUES (1, '2019-06-06', 6.00, 'RBI/2018-19/199', 'https://website.rbi.org.in/bn/web/rbi/-/notifications/change-in-bank-rate-11576', true, NULL, NULL);
INSERT INTO public.late_payments_bankrate VALUES (2, '2019-08-07', 5.65, 'Monetary policy statement of that day', '', false, NULL, NULL);
INSERT INTO public.late_payments_bankrate VALUES (3, '2019-10-04', 5.40, 'DBR.No.Ret.BC.19/12.01.001/2019-20, named in RBI/2019-20/190', 'https://www.rbi.org.in/scripts/NotificationUser.aspx?Id=11839&Mode=0', true, NULL, NULL);
INSERT INTO public.late_payments_bankrate VALUES (4, '2020-03-27', 4.65, 'RBI/2019-20/190', 'https://www.rbi.org.in/scripts/NotificationUser.aspx?Id=11839&Mode=0', true, NULL, NULL);
INSERT INTO public.late_payments_bankrate VALUES (5, '2020-05-22', 4.25, 'Monetary policy statement of that day', '', false, NULL, NULL);
INSERT INTO public.late_payments_bankrate VALUES (6, '2022-05-04', 4.65, 'DOR.RET.REC.32/12.01.001/2022-23, named in RBI/2022-23/65', 'https://website.rbi.org.in/as/web/rbi/-/notifications/change-in-bank-rate-12333', true, NULL, NULL);
INSERT INTO public.late_payments_bankrate VALUES (7, '2022-06-08', 5.15, 'RBI/2022-23/65', 'https://website.rbi.org.in/as/web/rbi/-/notifications/change-in-bank-rate-12333', true, NULL, NULL);
INSERT INTO public.late_payments_bankrate VALUES (8, '2022-08-05', 5.65, 'Monetary policy statement of that day', '', false, NULL, NULL);
INSERT INTO public.late_payments_bankrate VALUES (9, '2022-09-30', 6.15, 'Monetary policy statement of that day', '', false, NULL, NULL);
INSERT INTO public.late_payments_bankrate VALUES (10, '2022-12-07', 6.50, 'DOR.RET.REC.88/12.01.001/2022-23', 'https://updates.manupatra.com/roundup/contentsummary.aspx?iid=41984', true, NULL, NULL);
INSERT INTO public.late_payments_bankrate VALUES (11, '2023-02-08', 6.75, 'Change in Bank Rate, 8 February 2023', 'https://updates.manupatra.com/roundup/contentsummary.aspx?iid=41984', true, NULL, NULL);
INSERT INTO public.late_payments_bankrate VALUES (12, '2025-02-07', 6.50, 'Monetary policy statement of that day', '', false, NULL, NULL);
INSERT INTO public.late_payments_bankrate VALUES (13, '2025-04-09', 6.25, 'Monetary policy statement of that day', '', false, NULL, NULL);
INSERT INTO public.late_payments_bankrate VALUES (14, '2025-06-06', 5.75, 'Monetary policy statement of that day', '', false, NULL, NULL);
INSERT INTO public.late_payments_bankrate VALUES (15, '2025-12-05', 5.50, 'Monetary policy statement of that day', '', false, NULL, NULL);
INSERT INTO public.rules_paperdays VALUES (1, 'udyam-registration', 1, 'Online registration, Ministry of MSME', '', false);
INSERT INTO public.rules_paperdays VALUES (2, 'gst', 7, 'CGST Rules 2017, rule 9: seven working days', '', false);
INSERT INTO public.rules_paperdays VALUES (3, 'pan', 15, '', '', false);
INSERT INTO public.rules_paperdays VALUES (4, 'dsc', 3, '', '', false);
INSERT INTO public.rules_paperdays VALUES (5, 'fssai', 60, 'Food Safety and Standards (Licensing and Registration of Food Businesses) Regulations 2011', '', false);
INSERT INTO public.rules_paperdays VALUES (6, 'iec', 3, '', '', false);
INSERT INTO public.rules_paperdays VALUES (7, 'agmark', 60, '', '', false);
INSERT INTO public.rules_paperdays VALUES (8, 'bis-mark', 30, '', '', false);
INSERT INTO public.verification_cannedreason VALUES ('unreadable', 1, '{"en": "The photo cannot be read. Send a clear photo of the whole page.", "hi": "फ़ोटो पढ़ी नहीं जा रही। पूरे पन्ने की साफ़ फ़ोटो भेजें।"}');
INSERT INTO public.verification_cannedreason VALUES ('other_number', 2, '{"en": "The number on the paper is not the number you gave. Check it.", "hi": "कागज़ पर लिखा नंबर आपके दिए नंबर से अलग है। जाँच लें।"}');
INSERT INTO public.verification_cannedreason VALUES ('other_name', 3, '{"en": "The name on the paper is not the name of your business here.", "hi": "कागज़ पर लिखा नाम आपके कारोबार के नाम से अलग है।"}');
INSERT INTO public.verification_cannedreason VALUES ('wrong_paper', 4, '{"en": "This is another paper than the one we asked for.", "hi": "यह वह कागज़ नहीं है जो हमने माँगा था।"}');
INSERT INTO public.verification_cannedreason VALUES ('other_state', 5, '{"en": "The state in the number is not the state of your unit.", "hi": "नंबर में लिखा राज्य आपकी इकाई के राज्य से अलग है।"}');
INSERT INTO public.verification_cannedreason VALUES ('other_pan', 6, '{"en": "The PAN in your numbers is not the same. Check them.", "hi": "आपके नंबरों में पैन अलग-अलग है। जाँच लें।"}');
INSERT INTO public.verification_cannedreason VALUES ('ended', 7, '{"en": "The paper says that the registration has ended.", "hi": "कागज़ के अनुसार यह पंजीकरण खत्म हो चुका है।"}');
INSERT INTO public.verification_cannedreason VALUES ('registered_twice', 8, '{"en": "Your business is here already under another name.", "hi": "आपका कारोबार यहाँ दूसरे नाम से पहले से दर्ज है।"}');
INSERT INTO public.verification_cannedreason VALUES ('not_whole', 9, '{"en": "A page is missing or cut off. Send the whole paper.", "hi": "पन्ना अधूरा या कटा हुआ है। पूरा कागज़ भेजें।"}');
SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);
SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_consent_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_person_groups_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_person_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_person_user_permissions_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_signin_id_seq', 1, false);
SELECT pg_catalog.setval('public.advice_advicerequest_id_seq', 1, false);
SELECT pg_catalog.setval('public.advice_approach_id_seq', 1, false);
SELECT pg_catalog.setval('public.advice_attribution_id_seq', 1, false);
SELECT pg_catalog.setval('public.advice_cancellation_id_seq', 1, false);
SELECT pg_catalog.setval('public.advice_session_id_seq', 1, false);
SELECT pg_catalog.setval('public.advice_slot_id_seq', 1, false);
SELECT pg_catalog.setval('public.advice_turn_id_seq', 1, false);
SELECT pg_catalog.setval('public.advice_weeklytime_id_seq', 1, false);
SELECT pg_catalog.setval('public.alerts_alert_id_seq', 1, false);
SELECT pg_catalog.setval('public.alerts_realuse_id_seq', 1, false);
SELECT pg_catalog.setval('public.alerts_savedsearch_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_permission_id_seq', 696, true);
SELECT pg_catalog.setval('public.calendars_feed_id_seq', 1, false);
SELECT pg_catalog.setval('public.certificates_certificate_id_seq', 1, false);
SELECT pg_catalog.setval('public.clusters_cluster_concepts_id_seq', 1, false);
SELECT pg_catalog.setval('public.clusters_cluster_id_seq', 1, false);
SELECT pg_catalog.setval('public.clusters_clustermembership_id_seq', 1, false);
SELECT pg_catalog.setval('public.clusters_clusterofficer_id_seq', 1, false);
SELECT pg_catalog.setval('public.django_content_type_id_seq', 174, true);
SELECT pg_catalog.setval('public.django_migrations_id_seq', 155, true);
SELECT pg_catalog.setval('public.drafts_draft_id_seq', 1, false);
SELECT pg_catalog.setval('public.engagements_engagement_id_seq', 1, false);
SELECT pg_catalog.setval('public.engagements_milestone_id_seq', 1, false);
SELECT pg_catalog.setval('public.engagements_party_id_seq', 1, false);
SELECT pg_catalog.setval('public.events_event_id_seq', 1, false);
SELECT pg_catalog.setval('public.files_file_id_seq', 1, false);
SELECT pg_catalog.setval('public.finance_bookloan_id_seq', 1, false);
SELECT pg_catalog.setval('public.finance_disbursement_id_seq', 1, false);
SELECT pg_catalog.setval('public.finance_loanquery_id_seq', 1, false);
SELECT pg_catalog.setval('public.finance_packagefee_id_seq', 1, false);
SELECT pg_catalog.setval('public.finance_packagemargin_id_seq', 1, false);
SELECT pg_catalog.setval('public.finance_packagesecurity_id_seq', 1, false);
SELECT pg_catalog.setval('public.finance_packagewords_id_seq', 1, false);
SELECT pg_catalog.setval('public.finance_visit_id_seq', 1, false);
SELECT pg_catalog.setval('public.imports_import_id_seq', 1, false);
SELECT pg_catalog.setval('public.imports_importrow_id_seq', 1, false);
SELECT pg_catalog.setval('public.jobs_failure_id_seq', 1, false);
SELECT pg_catalog.setval('public.jobs_replay_id_seq', 1, false);
SELECT pg_catalog.setval('public.late_payments_bankrate_id_seq', 15, true);
SELECT pg_catalog.setval('public.late_payments_evidence_id_seq', 1, false);
SELECT pg_catalog.setval('public.late_payments_latepayment_id_seq', 1, false);
SELECT pg_catalog.setval('public.late_payments_partpayment_id_seq', 1, false);
SELECT pg_catalog.setval('public.messaging_dailycount_id_seq', 1, false);
SELECT pg_catalog.setval('public.messaging_gatewayhealth_id_seq', 1, false);
SELECT pg_catalog.setval('public.messaging_notification_id_seq', 1, false);
SELECT pg_catalog.setval('public.messaging_notificationchoice_id_seq', 1, false);
SELECT pg_catalog.setval('public.messaging_outboxmessage_id_seq', 1, false);
SELECT pg_catalog.setval('public.messaging_sentmessage_id_seq', 1, false);
SELECT pg_catalog.setval('public.messaging_shortlink_id_seq', 1, false);
SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);
SELECT pg_catalog.setval('public.needs_need_id_seq', 1, false);
SELECT pg_catalog.setval('public.needs_needconcept_id_seq', 1, false);
SELECT pg_catalog.setval('public.opportunities_opportunity_clusters_id_seq', 1, false);
SELECT pg_catalog.setval('public.opportunities_opportunity_id_seq', 1, false);
SELECT pg_catalog.setval('public.opportunities_opportunityconcept_id_seq', 1, false);
SELECT pg_catalog.setval('public.opportunities_opportunitylink_id_seq', 1, false);
SELECT pg_catalog.setval('public.opportunities_source_id_seq', 1, false);
SELECT pg_catalog.setval('public.organisations_buyer_id_seq', 1, false);
SELECT pg_catalog.setval('public.organisations_capabilitywords_id_seq', 1, false);
SELECT pg_catalog.setval('public.organisations_invitation_id_seq', 1, false);
SELECT pg_catalog.setval('public.organisations_membership_id_seq', 1, false);
SELECT pg_catalog.setval('public.organisations_organisation_id_seq', 1, false);
SELECT pg_catalog.setval('public.organisations_unit_id_seq', 1, false);
SELECT pg_catalog.setval('public.organisations_unitconcept_id_seq', 1, false);
SELECT pg_catalog.setval('public.organisations_yearlycheckin_id_seq', 1, false);
SELECT pg_catalog.setval('public.outcomes_closingword_id_seq', 1, false);
SELECT pg_catalog.setval('public.outcomes_measure_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_periodic_defers_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_workers_id_seq', 1, false);
SELECT pg_catalog.setval('public.purchase_plans_filingreminder_id_seq', 1, false);
SELECT pg_catalog.setval('public.purchase_plans_purchase_id_seq', 1, false);
SELECT pg_catalog.setval('public.reviews_reviewanswer_id_seq', 1, false);
SELECT pg_catalog.setval('public.reviews_reviewentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.reviews_toldfigures_id_seq', 1, false);
SELECT pg_catalog.setval('public.rules_paperdays_id_seq', 8, true);
SELECT pg_catalog.setval('public.rules_reserveditem_concepts_id_seq', 1, false);
SELECT pg_catalog.setval('public.rules_reserveditem_id_seq', 1, false);
SELECT pg_catalog.setval('public.rules_reservedlist_id_seq', 1, false);
SELECT pg_catalog.setval('public.rules_rule_id_seq', 1, false);
SELECT pg_catalog.setval('public.schemes_schemefigure_id_seq', 1, false);
SELECT pg_catalog.setval('public.schemes_schemerule_id_seq', 1, false);
SELECT pg_catalog.setval('public.schemes_schemetext_id_seq', 1, false);
SELECT pg_catalog.setval('public.schemes_schemeversion_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_indexeddocument_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_rebuild_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_allocationround_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_callitem_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_course_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_creditrule_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_deliverable_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_department_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_department_subjects_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_evaluation_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_facultymember_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_facultymember_subjects_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_feereport_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_logcomment_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_midreview_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_projectcertificate_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_roundproject_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_roundteam_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_roundunit_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_student_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_team_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_teammember_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_teamwish_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_terms_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_unitrank_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_weeklog_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_widening_id_seq', 1, false);
SELECT pg_catalog.setval('public.student_projects_wrongnumber_id_seq', 1, false);
SELECT pg_catalog.setval('public.targeted_notices_notice_id_seq', 1, false);
SELECT pg_catalog.setval('public.targeted_notices_noticetext_id_seq', 1, false);
SELECT pg_catalog.setval('public.targeted_notices_receiver_id_seq', 1, false);
SELECT pg_catalog.setval('public.targeted_notices_silence_id_seq', 1, false);
SELECT pg_catalog.setval('public.targeted_notices_toldgroup_id_seq', 1, false);
SELECT pg_catalog.setval('public.tenders_corrigendum_id_seq', 1, false);
SELECT pg_catalog.setval('public.threads_participant_id_seq', 1, false);
SELECT pg_catalog.setval('public.threads_post_id_seq', 1, false);
SELECT pg_catalog.setval('public.threads_thread_id_seq', 1, false);
SELECT pg_catalog.setval('public.trainings_attendance_id_seq', 1, false);
SELECT pg_catalog.setval('public.trainings_attendee_id_seq', 1, false);
SELECT pg_catalog.setval('public.trainings_session_id_seq', 1, false);
SELECT pg_catalog.setval('public.verification_case_id_seq', 1, false);
SELECT pg_catalog.setval('public.verification_decision_id_seq', 1, false);
SELECT pg_catalog.setval('public.verification_identifier_id_seq', 1, false);
SELECT pg_catalog.setval('public.vocabulary_concept_id_seq', 1, false);
SELECT pg_catalog.setval('public.vocabulary_conceptcode_id_seq', 1, false);
SELECT pg_catalog.setval('public.vocabulary_conceptname_id_seq', 1, false);
SELECT pg_catalog.setval('public.vocabulary_relation_id_seq', 1, false);
SELECT pg_catalog.setval('public.vocabulary_unknownword_id_seq', 1, false);
SELECT pg_catalog.setval('public.vocabulary_unknownwordday_id_seq', 1, false);
SELECT pg_catalog.setval('public.vocabulary_unknownwordsofday_id_seq', 1, false);
SELECT pg_catalog.setval('public.vocabulary_unknownwordteller_id_seq', 1, false);
SELECT pg_catalog.setval('public.wallet_dossier_id_seq', 1, false);
SELECT pg_catalog.setval('public.wallet_dossierpaper_id_seq', 1, false);
SELECT pg_catalog.setval('public.wallet_grant_id_seq', 1, false);
SELECT pg_catalog.setval('public.wallet_helper_id_seq', 1, false);
SELECT pg_catalog.setval('public.wallet_look_id_seq', 1, false);
SELECT pg_catalog.setval('public.wallet_paper_id_seq', 1, false);
SELECT pg_catalog.setval('public.wallet_wallet_id_seq', 1, false);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_consent
    ADD CONSTRAINT accounts_consent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_person_groups
    ADD CONSTRAINT accounts_person_groups_person_id_group_id_92ec326f_uniq UNIQUE (person_id, group_id);
ALTER TABLE ONLY public.accounts_person_groups
    ADD CONSTRAINT accounts_person_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_person
    ADD CONSTRAINT accounts_person_phone_key UNIQUE (phone);
ALTER TABLE ONLY public.accounts_person
    ADD CONSTRAINT accounts_person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_person_user_permissions
    ADD CONSTRAINT accounts_person_user_per_person_id_permission_id_d2e37e5b_uniq UNIQUE (person_id, permission_id);
ALTER TABLE ONLY public.accounts_person_user_permissions
    ADD CONSTRAINT accounts_person_user_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_signin
    ADD CONSTRAINT accounts_signin_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_signin
    ADD CONSTRAINT accounts_signin_session_key_key UNIQUE (session_key);
ALTER TABLE ONLY public.advice_advicerequest
    ADD CONSTRAINT advice_advicerequest_once_key UNIQUE (once);
ALTER TABLE ONLY public.advice_advicerequest
    ADD CONSTRAINT advice_advicerequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.advice_adviserdetail
    ADD CONSTRAINT advice_adviserdetail_pkey PRIMARY KEY (opportunity_id);
ALTER TABLE ONLY public.advice_approach
    ADD CONSTRAINT advice_approach_engagement_id_key UNIQUE (engagement_id);
ALTER TABLE ONLY public.advice_approach
    ADD CONSTRAINT advice_approach_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.advice_attribution
    ADD CONSTRAINT advice_attribution_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.advice_cancellation
    ADD CONSTRAINT advice_cancellation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.advice_case
    ADD CONSTRAINT advice_case_pkey PRIMARY KEY (engagement_id);
ALTER TABLE ONLY public.advice_helpofferdetail
    ADD CONSTRAINT advice_helpofferdetail_pkey PRIMARY KEY (opportunity_id);
ALTER TABLE ONLY public.advice_scopenote
    ADD CONSTRAINT advice_scopenote_pkey PRIMARY KEY (engagement_id);
ALTER TABLE ONLY public.advice_session
    ADD CONSTRAINT advice_session_once_key UNIQUE (once);
ALTER TABLE ONLY public.advice_session
    ADD CONSTRAINT advice_session_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.advice_slot
    ADD CONSTRAINT advice_slot_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.advice_slot
    ADD CONSTRAINT advice_slots_of_a_unit_do_not_overlap EXCLUDE USING gist (int8range(unit_id, unit_id, '[]'::text) WITH &&, tstzrange(starts_at, ends_at) WITH &&) WHERE ((withdrawn_at IS NULL));
ALTER TABLE ONLY public.advice_turn
    ADD CONSTRAINT advice_turn_engagement_id_key UNIQUE (engagement_id);
ALTER TABLE ONLY public.advice_turn
    ADD CONSTRAINT advice_turn_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.advice_weeklytime
    ADD CONSTRAINT advice_weeklytime_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.advice_turn
    ADD CONSTRAINT adviser_once_a_request UNIQUE (request_id, opportunity_id);
ALTER TABLE ONLY public.alerts_alert
    ADD CONSTRAINT alert_once UNIQUE (unit_id, opportunity_id);
ALTER TABLE ONLY public.alerts_alert
    ADD CONSTRAINT alerts_alert_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.alerts_realuse
    ADD CONSTRAINT alerts_realuse_day_key UNIQUE (day);
ALTER TABLE ONLY public.alerts_realuse
    ADD CONSTRAINT alerts_realuse_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.alerts_savedsearch
    ADD CONSTRAINT alerts_savedsearch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.advice_approach
    ADD CONSTRAINT approached_once_an_offer UNIQUE (opportunity_id, unit_id);
ALTER TABLE ONLY public.advice_attribution
    ADD CONSTRAINT attribution_once_a_moment UNIQUE (engagement_id, moment);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.finance_bookloan
    ADD CONSTRAINT book_loan_once UNIQUE (lender_id, reference);
ALTER TABLE ONLY public.cache
    ADD CONSTRAINT cache_pkey PRIMARY KEY (cache_key);
ALTER TABLE ONLY public.calendars_feed
    ADD CONSTRAINT calendars_feed_key_hash_key UNIQUE (key_hash);
ALTER TABLE ONLY public.calendars_feed
    ADD CONSTRAINT calendars_feed_person_id_key UNIQUE (person_id);
ALTER TABLE ONLY public.calendars_feed
    ADD CONSTRAINT calendars_feed_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_offerdetail
    ADD CONSTRAINT catalogue_offerdetail_pkey PRIMARY KEY (opportunity_id);
ALTER TABLE ONLY public.catalogue_requirementdetail
    ADD CONSTRAINT catalogue_requirementdetail_pkey PRIMARY KEY (opportunity_id);
ALTER TABLE ONLY public.certificates_certificate
    ADD CONSTRAINT certificates_certificate_code_key UNIQUE (code);
ALTER TABLE ONLY public.certificates_certificate
    ADD CONSTRAINT certificates_certificate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.clusters_cluster_concepts
    ADD CONSTRAINT clusters_cluster_concepts_cluster_id_concept_id_2bfadd95_uniq UNIQUE (cluster_id, concept_id);
ALTER TABLE ONLY public.clusters_cluster_concepts
    ADD CONSTRAINT clusters_cluster_concepts_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.clusters_cluster
    ADD CONSTRAINT clusters_cluster_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.clusters_cluster
    ADD CONSTRAINT clusters_cluster_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.clusters_clustermembership
    ADD CONSTRAINT clusters_clustermembership_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.clusters_clusterofficer
    ADD CONSTRAINT clusters_clusterofficer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vocabulary_conceptcode
    ADD CONSTRAINT code_unique_in_concept UNIQUE (concept_id, system, code);
ALTER TABLE ONLY public.tenders_corrigendum
    ADD CONSTRAINT corrigendum_number_once UNIQUE (tender_id, number);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.drafts_draft
    ADD CONSTRAINT draft_one_a_form UNIQUE NULLS NOT DISTINCT (person_id, session, form, subject);
ALTER TABLE ONLY public.drafts_draft
    ADD CONSTRAINT drafts_draft_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.engagements_engagement
    ADD CONSTRAINT engagements_engagement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.engagements_engagement
    ADD CONSTRAINT engagements_engagement_thread_id_key UNIQUE (thread_id);
ALTER TABLE ONLY public.engagements_milestone
    ADD CONSTRAINT engagements_milestone_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.engagements_party
    ADD CONSTRAINT engagements_party_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.events_event
    ADD CONSTRAINT events_event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.events_feedcursor
    ADD CONSTRAINT events_feedcursor_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.reviews_toldfigures
    ADD CONSTRAINT figures_once_a_group UNIQUE (by, "group");
ALTER TABLE ONLY public.files_file
    ADD CONSTRAINT files_file_key_key UNIQUE (key);
ALTER TABLE ONLY public.files_file
    ADD CONSTRAINT files_file_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.files_file
    ADD CONSTRAINT files_file_stored_as_key UNIQUE (stored_as);
ALTER TABLE ONLY public.purchase_plans_filingreminder
    ADD CONSTRAINT filing_reminder_once UNIQUE (organisation_id, financial_year, number);
ALTER TABLE ONLY public.finance_bookcaps
    ADD CONSTRAINT finance_bookcaps_pkey PRIMARY KEY (lender_id);
ALTER TABLE ONLY public.finance_bookloan
    ADD CONSTRAINT finance_bookloan_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.finance_decline
    ADD CONSTRAINT finance_decline_pkey PRIMARY KEY (application_id);
ALTER TABLE ONLY public.finance_disbursement
    ADD CONSTRAINT finance_disbursement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.finance_lendersetting
    ADD CONSTRAINT finance_lendersetting_pkey PRIMARY KEY (organisation_id);
ALTER TABLE ONLY public.finance_loanapplication
    ADD CONSTRAINT finance_loanapplication_grant_id_key UNIQUE (grant_id);
ALTER TABLE ONLY public.finance_loanapplication
    ADD CONSTRAINT finance_loanapplication_number_key UNIQUE (number);
ALTER TABLE ONLY public.finance_loanapplication
    ADD CONSTRAINT finance_loanapplication_pkey PRIMARY KEY (engagement_id);
ALTER TABLE ONLY public.finance_loanquery
    ADD CONSTRAINT finance_loanquery_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.finance_packagedetail
    ADD CONSTRAINT finance_packagedetail_pkey PRIMARY KEY (opportunity_id);
ALTER TABLE ONLY public.finance_packagefee
    ADD CONSTRAINT finance_packagefee_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.finance_packagemargin
    ADD CONSTRAINT finance_packagemargin_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.finance_packagesecurity
    ADD CONSTRAINT finance_packagesecurity_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.finance_packagewords
    ADD CONSTRAINT finance_packagewords_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.finance_requestdetail
    ADD CONSTRAINT finance_requestdetail_pkey PRIMARY KEY (opportunity_id);
ALTER TABLE ONLY public.finance_visit
    ADD CONSTRAINT finance_visit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.imports_importrow
    ADD CONSTRAINT import_row_line_unique UNIQUE (of_id, line);
ALTER TABLE ONLY public.imports_import
    ADD CONSTRAINT imports_import_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.imports_importrow
    ADD CONSTRAINT imports_importrow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.jobs_effect
    ADD CONSTRAINT jobs_effect_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.jobs_failure
    ADD CONSTRAINT jobs_failure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.jobs_replay
    ADD CONSTRAINT jobs_replay_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.late_payments_latepayment
    ADD CONSTRAINT late_payment_once_an_invoice UNIQUE (organisation_id, buyer, invoice_number);
ALTER TABLE ONLY public.late_payments_bankrate
    ADD CONSTRAINT late_payments_bankrate_day_key UNIQUE (day);
ALTER TABLE ONLY public.late_payments_bankrate
    ADD CONSTRAINT late_payments_bankrate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.late_payments_evidence
    ADD CONSTRAINT late_payments_evidence_file_id_key UNIQUE (file_id);
ALTER TABLE ONLY public.late_payments_evidence
    ADD CONSTRAINT late_payments_evidence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.late_payments_latepayment
    ADD CONSTRAINT late_payments_latepayment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.late_payments_partpayment
    ADD CONSTRAINT late_payments_partpayment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.finance_disbursement
    ADD CONSTRAINT loan_paid_out_once UNIQUE (application_id, paid_on, amount);
ALTER TABLE ONLY public.outcomes_measure
    ADD CONSTRAINT measure_once UNIQUE (engagement_id, indicator, moment);
ALTER TABLE ONLY public.messaging_notificationchoice
    ADD CONSTRAINT messaging_choice_once UNIQUE (person_id, category, channel);
ALTER TABLE ONLY public.messaging_dailycount
    ADD CONSTRAINT messaging_count_once UNIQUE (person_id, channel, day);
ALTER TABLE ONLY public.messaging_dailycount
    ADD CONSTRAINT messaging_dailycount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.messaging_gatewayhealth
    ADD CONSTRAINT messaging_gatewayhealth_channel_key UNIQUE (channel);
ALTER TABLE ONLY public.messaging_gatewayhealth
    ADD CONSTRAINT messaging_gatewayhealth_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.messaging_notification
    ADD CONSTRAINT messaging_notification_once UNIQUE (person_id, dedupe_key);
ALTER TABLE ONLY public.messaging_notification
    ADD CONSTRAINT messaging_notification_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.messaging_notificationchoice
    ADD CONSTRAINT messaging_notificationchoice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.messaging_outboxmessage
    ADD CONSTRAINT messaging_outboxmessage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.messaging_sentmessage
    ADD CONSTRAINT messaging_sentmessage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.messaging_shortlink
    ADD CONSTRAINT messaging_shortlink_key_key UNIQUE (key);
ALTER TABLE ONLY public.messaging_shortlink
    ADD CONSTRAINT messaging_shortlink_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.engagements_milestone
    ADD CONSTRAINT milestone_once UNIQUE (engagement_id, code);
ALTER TABLE ONLY public.vocabulary_conceptname
    ADD CONSTRAINT name_unique_in_concept_and_language UNIQUE (concept_id, language, text);
ALTER TABLE ONLY public.needs_needconcept
    ADD CONSTRAINT need_concept_once UNIQUE (need_id, concept_id);
ALTER TABLE ONLY public.needs_need
    ADD CONSTRAINT needs_need_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.needs_needconcept
    ADD CONSTRAINT needs_needconcept_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.targeted_notices_receiver
    ADD CONSTRAINT notice_once_a_unit UNIQUE (notice_id, unit_id);
ALTER TABLE ONLY public.targeted_notices_noticetext
    ADD CONSTRAINT notice_text_once_a_language UNIQUE (notice_id, language);
ALTER TABLE ONLY public.student_projects_wrongnumber
    ADD CONSTRAINT number_said_wrong_once UNIQUE (student_id, seal);
ALTER TABLE ONLY public.advice_turn
    ADD CONSTRAINT one_adviser_a_place UNIQUE (request_id, place) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_projectcertificate
    ADD CONSTRAINT one_certificate_a_student_and_project UNIQUE (engagement_id, student_id);
ALTER TABLE ONLY public.organisations_yearlycheckin
    ADD CONSTRAINT one_check_in_a_year UNIQUE (organisation_id, year);
ALTER TABLE ONLY public.student_projects_creditrule
    ADD CONSTRAINT one_credit_rule_a_name UNIQUE (organisation_id, name);
ALTER TABLE ONLY public.student_projects_evaluation
    ADD CONSTRAINT one_evaluation_each UNIQUE NULLS NOT DISTINCT (engagement_id, by, student_id);
ALTER TABLE ONLY public.finance_packagefee
    ADD CONSTRAINT one_fee_a_slab UNIQUE (package_id, what, above);
ALTER TABLE ONLY public.student_projects_weeklog
    ADD CONSTRAINT one_log_a_week UNIQUE (engagement_id, student_id, week);
ALTER TABLE ONLY public.finance_packagemargin
    ADD CONSTRAINT one_margin_a_facility UNIQUE (package_id, facility);
ALTER TABLE ONLY public.student_projects_midreview
    ADD CONSTRAINT one_mid_review_a_side UNIQUE (engagement_id, side);
ALTER TABLE ONLY public.finance_packagesecurity
    ADD CONSTRAINT one_security_a_slab UNIQUE (package_id, above);
ALTER TABLE ONLY public.finance_packagewords
    ADD CONSTRAINT one_text_a_language_of_a_package UNIQUE (package_id, language);
ALTER TABLE ONLY public.organisations_capabilitywords
    ADD CONSTRAINT one_text_a_part UNIQUE (unit_id, part);
ALTER TABLE ONLY public.student_projects_teamwish
    ADD CONSTRAINT one_wish_a_rank UNIQUE (team_id, rank);
ALTER TABLE ONLY public.opportunities_opportunity_clusters
    ADD CONSTRAINT opportunities_opportunit_opportunity_id_cluster_i_0eda5a7a_uniq UNIQUE (opportunity_id, cluster_id);
ALTER TABLE ONLY public.opportunities_opportunity_clusters
    ADD CONSTRAINT opportunities_opportunity_clusters_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.opportunities_opportunity
    ADD CONSTRAINT opportunities_opportunity_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.opportunities_opportunityconcept
    ADD CONSTRAINT opportunities_opportunityconcept_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.opportunities_opportunitylink
    ADD CONSTRAINT opportunities_opportunitylink_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.opportunities_source
    ADD CONSTRAINT opportunities_source_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.opportunities_opportunityconcept
    ADD CONSTRAINT opportunity_concept_once UNIQUE (opportunity_id, concept_id, role);
ALTER TABLE ONLY public.opportunities_opportunitylink
    ADD CONSTRAINT opportunity_link_once UNIQUE (earlier_id, later_id);
ALTER TABLE ONLY public.rules_rule
    ADD CONSTRAINT opportunity_rule_once UNIQUE (opportunity_id, fact, operator, value);
ALTER TABLE ONLY public.organisations_buyer
    ADD CONSTRAINT organisations_buyer_key_key UNIQUE (key);
ALTER TABLE ONLY public.organisations_buyer
    ADD CONSTRAINT organisations_buyer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.organisations_buyer
    ADD CONSTRAINT organisations_buyer_unit_id_key UNIQUE (unit_id);
ALTER TABLE ONLY public.organisations_capabilitywords
    ADD CONSTRAINT organisations_capabilitywords_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.organisations_invitation
    ADD CONSTRAINT organisations_invitation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.organisations_membership
    ADD CONSTRAINT organisations_membership_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.organisations_organisation
    ADD CONSTRAINT organisations_organisation_once_key UNIQUE (once);
ALTER TABLE ONLY public.organisations_organisation
    ADD CONSTRAINT organisations_organisation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.organisations_organisation
    ADD CONSTRAINT organisations_organisation_wallet_id_key UNIQUE (wallet_id);
ALTER TABLE ONLY public.organisations_unit
    ADD CONSTRAINT organisations_unit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.organisations_unitconcept
    ADD CONSTRAINT organisations_unitconcept_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.organisations_yearlycheckin
    ADD CONSTRAINT organisations_yearlycheckin_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_closingword
    ADD CONSTRAINT outcomes_closingword_party_id_key UNIQUE (party_id);
ALTER TABLE ONLY public.outcomes_closingword
    ADD CONSTRAINT outcomes_closingword_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outcomes_measure
    ADD CONSTRAINT outcomes_measure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wallet_dossierpaper
    ADD CONSTRAINT paper_once_in_dossier UNIQUE (dossier_id, paper_id);
ALTER TABLE ONLY public.engagements_party
    ADD CONSTRAINT party_once UNIQUE NULLS NOT DISTINCT (engagement_id, unit_id, person_id, role);
ALTER TABLE ONLY public.trainings_attendance
    ADD CONSTRAINT present_once_a_session UNIQUE (session_id, attendee_id);
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);
ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_roundproject
    ADD CONSTRAINT project_once_a_round UNIQUE (round_id, opportunity_id);
ALTER TABLE ONLY public.purchase_plans_purchase
    ADD CONSTRAINT purchase_once UNIQUE (organisation_id, reference);
ALTER TABLE ONLY public.purchase_plans_filingreminder
    ADD CONSTRAINT purchase_plans_filingreminder_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.purchase_plans_plandetail
    ADD CONSTRAINT purchase_plans_plandetail_pkey PRIMARY KEY (opportunity_id);
ALTER TABLE ONLY public.purchase_plans_purchase
    ADD CONSTRAINT purchase_plans_purchase_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_unitrank
    ADD CONSTRAINT ranked_once UNIQUE (project_id, team_id);
ALTER TABLE ONLY public.vocabulary_relation
    ADD CONSTRAINT relation_unique UNIQUE (concept_id, relation, other_id);
ALTER TABLE ONLY public.rules_reserveditem
    ADD CONSTRAINT reserved_item_in_list_once UNIQUE (reserved_list_id, number);
ALTER TABLE ONLY public.rules_reservedlist
    ADD CONSTRAINT reserved_version_once UNIQUE (name, version);
ALTER TABLE ONLY public.reviews_reviewanswer
    ADD CONSTRAINT reviews_reviewanswer_entry_id_key UNIQUE (entry_id);
ALTER TABLE ONLY public.reviews_reviewanswer
    ADD CONSTRAINT reviews_reviewanswer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reviews_reviewentry
    ADD CONSTRAINT reviews_reviewentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reviews_toldfigures
    ADD CONSTRAINT reviews_toldfigures_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.rules_paperdays
    ADD CONSTRAINT rules_paperdays_paper_key UNIQUE (paper);
ALTER TABLE ONLY public.rules_paperdays
    ADD CONSTRAINT rules_paperdays_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.rules_reserveditem_concepts
    ADD CONSTRAINT rules_reserveditem_conce_reserveditem_id_concept__97cd5360_uniq UNIQUE (reserveditem_id, concept_id);
ALTER TABLE ONLY public.rules_reserveditem_concepts
    ADD CONSTRAINT rules_reserveditem_concepts_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.rules_reserveditem
    ADD CONSTRAINT rules_reserveditem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.rules_reservedlist
    ADD CONSTRAINT rules_reservedlist_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.rules_rule
    ADD CONSTRAINT rules_rule_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.schemes_schemefigure
    ADD CONSTRAINT scheme_figure_once UNIQUE (version_id, kind);
ALTER TABLE ONLY public.schemes_schemerule
    ADD CONSTRAINT scheme_rule_once UNIQUE (version_id, fact, operator, value);
ALTER TABLE ONLY public.schemes_schemetext
    ADD CONSTRAINT scheme_text_once_a_language UNIQUE (version_id, language);
ALTER TABLE ONLY public.schemes_schemeversion
    ADD CONSTRAINT scheme_version_number_once UNIQUE (scheme_id, number, revision);
ALTER TABLE ONLY public.schemes_scheme
    ADD CONSTRAINT schemes_scheme_code_key UNIQUE (code);
ALTER TABLE ONLY public.schemes_scheme
    ADD CONSTRAINT schemes_scheme_pkey PRIMARY KEY (opportunity_id);
ALTER TABLE ONLY public.schemes_schemeanswers
    ADD CONSTRAINT schemes_schemeanswers_pkey PRIMARY KEY (unit_id);
ALTER TABLE ONLY public.schemes_schemefigure
    ADD CONSTRAINT schemes_schemefigure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.schemes_schemerule
    ADD CONSTRAINT schemes_schemerule_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.schemes_schemetext
    ADD CONSTRAINT schemes_schemetext_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.schemes_schemeversion
    ADD CONSTRAINT schemes_schemeversion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.schemes_schemeversion
    ADD CONSTRAINT schemes_schemeversion_replaced_by_id_key UNIQUE (replaced_by_id);
ALTER TABLE ONLY public.search_indexeddocument
    ADD CONSTRAINT search_document_once UNIQUE (source, object_id);
ALTER TABLE ONLY public.search_indexeddocument
    ADD CONSTRAINT search_indexeddocument_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_rebuild
    ADD CONSTRAINT search_rebuild_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.alerts_savedsearch
    ADD CONSTRAINT search_saved_once UNIQUE (person_id, source, text, filters);
ALTER TABLE ONLY public.trainings_session
    ADD CONSTRAINT sessions_of_a_class_do_not_overlap EXCLUDE USING gist (int8range(training_id, training_id, '[]'::text) WITH &&, tstzrange(starts_at, ends_at) WITH &&);
ALTER TABLE ONLY public.targeted_notices_silence
    ADD CONSTRAINT silence_once_an_office UNIQUE (office_id, organisation_id);
ALTER TABLE ONLY public.opportunities_source
    ADD CONSTRAINT source_once UNIQUE (portal, reference);
ALTER TABLE ONLY public.student_projects_allocationround
    ADD CONSTRAINT student_projects_allocationround_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_callitem
    ADD CONSTRAINT student_projects_callitem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_collegeoffer
    ADD CONSTRAINT student_projects_collegeoffer_pkey PRIMARY KEY (opportunity_id);
ALTER TABLE ONLY public.student_projects_course
    ADD CONSTRAINT student_projects_course_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_creditrule
    ADD CONSTRAINT student_projects_creditrule_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_deliverable
    ADD CONSTRAINT student_projects_deliverable_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_department_subjects
    ADD CONSTRAINT student_projects_departm_department_id_concept_id_32167b8a_uniq UNIQUE (department_id, concept_id);
ALTER TABLE ONLY public.student_projects_department
    ADD CONSTRAINT student_projects_department_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_department_subjects
    ADD CONSTRAINT student_projects_department_subjects_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_evaluation
    ADD CONSTRAINT student_projects_evaluation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_facultymember_subjects
    ADD CONSTRAINT student_projects_faculty_facultymember_id_concept_8cd60635_uniq UNIQUE (facultymember_id, concept_id);
ALTER TABLE ONLY public.student_projects_facultymember
    ADD CONSTRAINT student_projects_facultymember_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_facultymember
    ADD CONSTRAINT student_projects_facultymember_question_key_022751c8_uniq UNIQUE (question_key);
ALTER TABLE ONLY public.student_projects_facultymember_subjects
    ADD CONSTRAINT student_projects_facultymember_subjects_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_feereport
    ADD CONSTRAINT student_projects_feereport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_logcomment
    ADD CONSTRAINT student_projects_logcomment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_midreview
    ADD CONSTRAINT student_projects_midreview_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_projectbrief
    ADD CONSTRAINT student_projects_projectbrief_pkey PRIMARY KEY (opportunity_id);
ALTER TABLE ONLY public.student_projects_projectcertificate
    ADD CONSTRAINT student_projects_projectcertificate_certificate_id_key UNIQUE (certificate_id);
ALTER TABLE ONLY public.student_projects_projectcertificate
    ADD CONSTRAINT student_projects_projectcertificate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_projectwork
    ADD CONSTRAINT student_projects_projectwork_pkey PRIMARY KEY (engagement_id);
ALTER TABLE ONLY public.student_projects_roundproject
    ADD CONSTRAINT student_projects_roundproject_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_roundteam
    ADD CONSTRAINT student_projects_roundteam_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_roundunit
    ADD CONSTRAINT student_projects_roundunit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_stillinuse
    ADD CONSTRAINT student_projects_stillinuse_key_key UNIQUE (key);
ALTER TABLE ONLY public.student_projects_stillinuse
    ADD CONSTRAINT student_projects_stillinuse_pkey PRIMARY KEY (engagement_id);
ALTER TABLE ONLY public.student_projects_student
    ADD CONSTRAINT student_projects_student_consent_key_key UNIQUE (consent_key);
ALTER TABLE ONLY public.student_projects_student
    ADD CONSTRAINT student_projects_student_guardian_key_key UNIQUE (guardian_key);
ALTER TABLE ONLY public.student_projects_student
    ADD CONSTRAINT student_projects_student_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_team
    ADD CONSTRAINT student_projects_team_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_team
    ADD CONSTRAINT student_projects_team_series_key UNIQUE (series);
ALTER TABLE ONLY public.student_projects_teammember
    ADD CONSTRAINT student_projects_teammember_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_teamwish
    ADD CONSTRAINT student_projects_teamwish_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_terms
    ADD CONSTRAINT student_projects_terms_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_unitrank
    ADD CONSTRAINT student_projects_unitrank_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_weeklog
    ADD CONSTRAINT student_projects_weeklog_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_widening
    ADD CONSTRAINT student_projects_widening_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_wrongnumber
    ADD CONSTRAINT student_projects_wrongnumber_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.targeted_notices_notice
    ADD CONSTRAINT targeted_notices_notice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.targeted_notices_noticetext
    ADD CONSTRAINT targeted_notices_noticetext_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.targeted_notices_office
    ADD CONSTRAINT targeted_notices_office_pkey PRIMARY KEY (organisation_id);
ALTER TABLE ONLY public.targeted_notices_ownersfound
    ADD CONSTRAINT targeted_notices_ownersfound_pkey PRIMARY KEY (organisation_id);
ALTER TABLE ONLY public.targeted_notices_receiver
    ADD CONSTRAINT targeted_notices_receiver_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.targeted_notices_silence
    ADD CONSTRAINT targeted_notices_silence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.targeted_notices_toldgroup
    ADD CONSTRAINT targeted_notices_toldgroup_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_roundteam
    ADD CONSTRAINT team_once_a_round UNIQUE (round_id, team_id);
ALTER TABLE ONLY public.tenders_corrigendum
    ADD CONSTRAINT tenders_corrigendum_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.tenders_tenderdetail
    ADD CONSTRAINT tenders_tenderdetail_pkey PRIMARY KEY (opportunity_id);
ALTER TABLE ONLY public.student_projects_terms
    ADD CONSTRAINT terms_version_once UNIQUE (engagement_id, version);
ALTER TABLE ONLY public.threads_participant
    ADD CONSTRAINT threads_participant_once UNIQUE (thread_id, person_id);
ALTER TABLE ONLY public.threads_participant
    ADD CONSTRAINT threads_participant_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.threads_post
    ADD CONSTRAINT threads_post_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.threads_thread
    ADD CONSTRAINT threads_thread_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.targeted_notices_toldgroup
    ADD CONSTRAINT told_group_once UNIQUE (organisation_id, audience);
ALTER TABLE ONLY public.trainings_attendance
    ADD CONSTRAINT trainings_attendance_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.trainings_attendee
    ADD CONSTRAINT trainings_attendee_certificate_id_key UNIQUE (certificate_id);
ALTER TABLE ONLY public.trainings_attendee
    ADD CONSTRAINT trainings_attendee_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.trainings_session
    ADD CONSTRAINT trainings_session_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.trainings_trainingdetail
    ADD CONSTRAINT trainings_trainingdetail_pkey PRIMARY KEY (opportunity_id);
ALTER TABLE ONLY public.trainings_wishanswer
    ADD CONSTRAINT trainings_wishanswer_pkey PRIMARY KEY (engagement_id);
ALTER TABLE ONLY public.trainings_wishdetail
    ADD CONSTRAINT trainings_wishdetail_pkey PRIMARY KEY (opportunity_id);
ALTER TABLE ONLY public.organisations_unitconcept
    ADD CONSTRAINT unit_concept_once UNIQUE (unit_id, concept_id, role);
ALTER TABLE ONLY public.student_projects_roundunit
    ADD CONSTRAINT unit_once_a_round UNIQUE (round_id, unit_id);
ALTER TABLE ONLY public.vocabulary_unknownwordday
    ADD CONSTRAINT unknown_word_day_once UNIQUE (word_id, day);
ALTER TABLE ONLY public.vocabulary_unknownwordteller
    ADD CONSTRAINT unknown_word_teller_once UNIQUE (word_id, mark);
ALTER TABLE ONLY public.vocabulary_unknownwordsofday
    ADD CONSTRAINT unknown_words_of_day_once UNIQUE (day, mark);
ALTER TABLE ONLY public.verification_cannedreason
    ADD CONSTRAINT verification_cannedreason_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.verification_cannedreason
    ADD CONSTRAINT verification_cannedreason_position_key UNIQUE ("position");
ALTER TABLE ONLY public.verification_case
    ADD CONSTRAINT verification_case_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.verification_decision
    ADD CONSTRAINT verification_decision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.verification_identifier
    ADD CONSTRAINT verification_identifier_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vocabulary_concept
    ADD CONSTRAINT vocabulary_concept_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vocabulary_concept
    ADD CONSTRAINT vocabulary_concept_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.vocabulary_conceptcode
    ADD CONSTRAINT vocabulary_conceptcode_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vocabulary_conceptname
    ADD CONSTRAINT vocabulary_conceptname_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vocabulary_edition
    ADD CONSTRAINT vocabulary_edition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vocabulary_relation
    ADD CONSTRAINT vocabulary_relation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vocabulary_state
    ADD CONSTRAINT vocabulary_state_gst_code_key UNIQUE (gst_code);
ALTER TABLE ONLY public.vocabulary_state
    ADD CONSTRAINT vocabulary_state_lgd_code_key UNIQUE (lgd_code);
ALTER TABLE ONLY public.vocabulary_state
    ADD CONSTRAINT vocabulary_state_name_key UNIQUE (name);
ALTER TABLE ONLY public.vocabulary_state
    ADD CONSTRAINT vocabulary_state_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.vocabulary_unknownword
    ADD CONSTRAINT vocabulary_unknownword_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vocabulary_unknownword
    ADD CONSTRAINT vocabulary_unknownword_word_key UNIQUE (word);
ALTER TABLE ONLY public.vocabulary_unknownwordday
    ADD CONSTRAINT vocabulary_unknownwordday_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vocabulary_unknownwordsofday
    ADD CONSTRAINT vocabulary_unknownwordsofday_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vocabulary_unknownwordteller
    ADD CONSTRAINT vocabulary_unknownwordteller_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wallet_dossier
    ADD CONSTRAINT wallet_dossier_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wallet_dossierpaper
    ADD CONSTRAINT wallet_dossierpaper_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wallet_grant
    ADD CONSTRAINT wallet_grant_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wallet_helper
    ADD CONSTRAINT wallet_helper_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wallet_look
    ADD CONSTRAINT wallet_look_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wallet_paper
    ADD CONSTRAINT wallet_paper_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wallet_paper
    ADD CONSTRAINT wallet_paper_replaced_by_id_key UNIQUE (replaced_by_id);
ALTER TABLE ONLY public.wallet_wallet
    ADD CONSTRAINT wallet_wallet_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.student_projects_widening
    ADD CONSTRAINT widened_once_a_band UNIQUE (opportunity_id, kilometres);
ALTER TABLE ONLY public.student_projects_teamwish
    ADD CONSTRAINT wished_for_once UNIQUE (team_id, project_id);
CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);
CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);
CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);
CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);
CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);
CREATE INDEX accounts_consent_person_id_dc6f3178 ON public.accounts_consent USING btree (person_id);
CREATE INDEX accounts_person_groups_group_id_2455a92a ON public.accounts_person_groups USING btree (group_id);
CREATE INDEX accounts_person_groups_person_id_0267a8e2 ON public.accounts_person_groups USING btree (person_id);
CREATE INDEX accounts_person_phone_09c2e87c_like ON public.accounts_person USING btree (phone varchar_pattern_ops);
CREATE INDEX accounts_person_user_permissions_permission_id_ef54d0fe ON public.accounts_person_user_permissions USING btree (permission_id);
CREATE INDEX accounts_person_user_permissions_person_id_f01807a9 ON public.accounts_person_user_permissions USING btree (person_id);
CREATE INDEX accounts_signin_person_id_dcd8ccef ON public.accounts_signin USING btree (person_id);
CREATE INDEX accounts_signin_session_key_29d63cd7_like ON public.accounts_signin USING btree (session_key varchar_pattern_ops);
CREATE INDEX advice_advicerequest_asked_by_id_84d977dc ON public.advice_advicerequest USING btree (asked_by_id);
CREATE INDEX advice_advicerequest_need_id_8a62adec ON public.advice_advicerequest USING btree (need_id);
CREATE INDEX advice_advicerequest_once_eb943a59_like ON public.advice_advicerequest USING btree (once varchar_pattern_ops);
CREATE INDEX advice_advicerequest_unit_id_6138e90d ON public.advice_advicerequest USING btree (unit_id);
CREATE INDEX advice_adviserdetail_unit_id_3cd95597 ON public.advice_adviserdetail USING btree (unit_id);
CREATE INDEX advice_approach_opportunity_id_f1ac0f14 ON public.advice_approach USING btree (opportunity_id);
CREATE INDEX advice_approach_unit_id_a60fd022 ON public.advice_approach USING btree (unit_id);
CREATE INDEX advice_attribution_engagement_id_bed19fb6 ON public.advice_attribution USING btree (engagement_id);
CREATE INDEX advice_cancellation_engagement_id_1aa19e45 ON public.advice_cancellation USING btree (engagement_id);
CREATE INDEX advice_cancellation_slot_id_dd5e7ed5 ON public.advice_cancellation USING btree (slot_id);
CREATE INDEX advice_helpofferdetail_sender_id_432e0ace ON public.advice_helpofferdetail USING btree (sender_id);
CREATE INDEX advice_helpofferdetail_sent_by_id_6ae5189d ON public.advice_helpofferdetail USING btree (sent_by_id);
CREATE INDEX advice_request_of_unit ON public.advice_advicerequest USING btree (unit_id, created_at);
CREATE INDEX advice_session_adviser_id_9e3ae98a ON public.advice_session USING btree (adviser_id);
CREATE INDEX advice_session_engagement_id_f1fcbc77 ON public.advice_session USING btree (engagement_id);
CREATE INDEX advice_session_of_adviser ON public.advice_session USING btree (adviser_id, held_on);
CREATE INDEX advice_session_once_2da8cd2d_like ON public.advice_session USING btree (once varchar_pattern_ops);
CREATE INDEX advice_slot_of_unit ON public.advice_slot USING btree (unit_id, starts_at);
CREATE INDEX advice_slot_taken_by_id_7e7ccc5c ON public.advice_slot USING btree (taken_by_id);
CREATE INDEX advice_slot_unit_id_d7c133b3 ON public.advice_slot USING btree (unit_id);
CREATE INDEX advice_slot_weekly_id_bcdabe47 ON public.advice_slot USING btree (weekly_id);
CREATE INDEX advice_turn_opportunity_id_8e2511e7 ON public.advice_turn USING btree (opportunity_id);
CREATE INDEX advice_turn_request_id_c9b0a141 ON public.advice_turn USING btree (request_id);
CREATE INDEX advice_weeklytime_unit_id_c157dafe ON public.advice_weeklytime USING btree (unit_id);
CREATE INDEX alert_by_hand ON public.alerts_alert USING btree (by_hand_by) WHERE (by_hand_by IS NOT NULL);
CREATE INDEX alert_of_unit ON public.alerts_alert USING btree (unit_id, written_at DESC);
CREATE INDEX alert_reacted ON public.alerts_alert USING btree (unit_id) WHERE ((dismissed_at IS NOT NULL) OR (by_hand_at IS NOT NULL));
CREATE INDEX alert_written ON public.alerts_alert USING brin (written_at) WITH (autosummarize='on');
CREATE INDEX alerts_savedsearch_person_id_add06769 ON public.alerts_savedsearch USING btree (person_id);
CREATE INDEX alerts_savedsearch_unit_id_b394146b ON public.alerts_savedsearch USING btree (unit_id);
CREATE INDEX approach_of_unit ON public.advice_approach USING btree (unit_id, at) WHERE ((outcome)::text = 'sent'::text);
CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);
CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);
CREATE INDEX book_by_borrower ON public.finance_bookloan USING btree (lender_id, borrower) INCLUDE (outstanding, product, product_percent);
CREATE INDEX book_by_product ON public.finance_bookloan USING btree (lender_id, product) WHERE (NOT ((product)::text = ''::text));
CREATE INDEX book_loan_of_import ON public.finance_bookloan USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX cache_expires ON public.cache USING btree (expires);
CREATE INDEX calendars_feed_key_hash_0ded1c39_like ON public.calendars_feed USING btree (key_hash varchar_pattern_ops);
CREATE INDEX case_of_verifier ON public.verification_case USING btree (decided_by_id, decided_at DESC);
CREATE INDEX case_queue ON public.verification_case USING btree (state, opened_at) WHERE ((state)::text = ANY ((ARRAY['open'::character varying, 'skipped'::character varying])::text[]));
CREATE INDEX certificate_of_holder ON public.certificates_certificate USING btree (holder_id, issued_at DESC);
CREATE INDEX certificates_certificate_code_5385c3b7_like ON public.certificates_certificate USING btree (code varchar_pattern_ops);
CREATE INDEX certificates_certificate_holder_id_1b08290c ON public.certificates_certificate USING btree (holder_id);
CREATE INDEX cluster_joined ON public.clusters_clustermembership USING btree (cluster_id, joined_at);
CREATE UNIQUE INDEX cluster_role_once ON public.clusters_clusterofficer USING btree (cluster_id, person_id, role) WHERE (ended_at IS NULL);
CREATE INDEX clusters_cluster_concepts_cluster_id_99f3ef99 ON public.clusters_cluster_concepts USING btree (cluster_id);
CREATE INDEX clusters_cluster_concepts_concept_id_19ce42ee ON public.clusters_cluster_concepts USING btree (concept_id);
CREATE INDEX clusters_cluster_slug_308d780e_like ON public.clusters_cluster USING btree (slug varchar_pattern_ops);
CREATE INDEX clusters_clustermembership_cluster_id_27da6775 ON public.clusters_clustermembership USING btree (cluster_id);
CREATE INDEX clusters_clustermembership_unit_id_0bc1ba2e ON public.clusters_clustermembership USING btree (unit_id);
CREATE INDEX clusters_clusterofficer_cluster_id_46e564e3 ON public.clusters_clusterofficer USING btree (cluster_id);
CREATE INDEX clusters_clusterofficer_person_id_d7f25e6d ON public.clusters_clusterofficer USING btree (person_id);
CREATE INDEX consent_latest ON public.accounts_consent USING btree (person_id, purpose, at DESC);
CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);
CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);
CREATE INDEX dossier_of_wallet ON public.wallet_dossier USING btree (wallet_id, made_at DESC);
CREATE INDEX draft_updated ON public.drafts_draft USING btree (updated_at);
CREATE INDEX drafts_draft_person_id_5457d111 ON public.drafts_draft USING btree (person_id);
CREATE INDEX effect_unmarked ON public.jobs_effect USING btree (claimed_at) WHERE (done_at IS NULL);
CREATE INDEX engagement_due ON public.engagements_engagement USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX engagement_of_lead ON public.engagements_engagement USING btree (lead_id, opened_at);
CREATE INDEX engagement_queue ON public.engagements_engagement USING btree (opportunity_id, phase, waiting_since);
CREATE INDEX engagements_engagement_lead_id_e26ab667 ON public.engagements_engagement USING btree (lead_id);
CREATE INDEX engagements_engagement_need_id_c6cfa73c ON public.engagements_engagement USING btree (need_id);
CREATE INDEX engagements_engagement_opportunity_id_9d774ad9 ON public.engagements_engagement USING btree (opportunity_id);
CREATE INDEX engagements_milestone_engagement_id_41ce17a5 ON public.engagements_milestone USING btree (engagement_id);
CREATE INDEX engagements_party_engagement_id_3ee430bb ON public.engagements_party USING btree (engagement_id);
CREATE INDEX engagements_party_person_id_c6d6e512 ON public.engagements_party USING btree (person_id);
CREATE INDEX engagements_party_unit_id_4e2eb90f ON public.engagements_party USING btree (unit_id);
CREATE INDEX event_by_code ON public.events_event USING btree (code, at);
CREATE INDEX event_in_feed_order ON public.events_event USING btree (tx, id);
CREATE INDEX event_of_subject ON public.events_event USING btree (subject, subject_id, id);
CREATE INDEX events_feedcursor_name_dbbe6614_like ON public.events_feedcursor USING btree (name varchar_pattern_ops);
CREATE INDEX failure_of_job ON public.jobs_failure USING btree (job_id, at);
CREATE INDEX file_of_owner ON public.files_file USING btree (owner_id, created_at DESC);
CREATE INDEX file_sha256 ON public.files_file USING btree (sha256);
CREATE INDEX files_file_key_1c5dd06d_like ON public.files_file USING btree (key varchar_pattern_ops);
CREATE INDEX files_file_owner_id_bf9a4c9c ON public.files_file USING btree (owner_id);
CREATE INDEX files_file_stored_as_4f923a26_like ON public.files_file USING btree (stored_as varchar_pattern_ops);
CREATE INDEX finance_bookloan_lender_id_ab1dda1b ON public.finance_bookloan USING btree (lender_id);
CREATE INDEX finance_decline_declined_by_id_df2c3fe4 ON public.finance_decline USING btree (declined_by_id);
CREATE INDEX finance_disbursement_application_id_ff02be3e ON public.finance_disbursement USING btree (application_id);
CREATE INDEX finance_disbursement_noted_by_id_b0ef5ae0 ON public.finance_disbursement USING btree (noted_by_id);
CREATE INDEX finance_loanapplication_dossier_id_2374aff5 ON public.finance_loanapplication USING btree (dossier_id);
CREATE INDEX finance_loanapplication_earlier_id_6c5c0cf2 ON public.finance_loanapplication USING btree (earlier_id);
CREATE INDEX finance_loanapplication_number_2cbeb6d8_like ON public.finance_loanapplication USING btree (number varchar_pattern_ops);
CREATE INDEX finance_loanquery_answered_by_id_c7492cc9 ON public.finance_loanquery USING btree (answered_by_id);
CREATE INDEX finance_loanquery_application_id_ae3a9be7 ON public.finance_loanquery USING btree (application_id);
CREATE INDEX finance_loanquery_asked_by_id_455fb092 ON public.finance_loanquery USING btree (asked_by_id);
CREATE INDEX finance_packagedetail_approved_by_id_8ad185d8 ON public.finance_packagedetail USING btree (approved_by_id);
CREATE INDEX finance_packagedetail_drafted_by_id_ca42a921 ON public.finance_packagedetail USING btree (drafted_by_id);
CREATE INDEX finance_packagefee_package_id_a5df388e ON public.finance_packagefee USING btree (package_id);
CREATE INDEX finance_packagemargin_package_id_02ccc9dd ON public.finance_packagemargin USING btree (package_id);
CREATE INDEX finance_packagesecurity_package_id_52516760 ON public.finance_packagesecurity USING btree (package_id);
CREATE INDEX finance_packagewords_package_id_036e13e2 ON public.finance_packagewords USING btree (package_id);
CREATE INDEX finance_visit_application_id_0dd0c674 ON public.finance_visit USING btree (application_id);
CREATE INDEX finance_visit_planned_by_id_ebd2f980 ON public.finance_visit USING btree (planned_by_id);
CREATE INDEX grant_not_withdrawn ON public.wallet_grant USING btree (dossier_id) WHERE (withdrawn_at IS NULL);
CREATE INDEX helper_of_person ON public.wallet_helper USING btree (person_id) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX helper_once_a_wallet ON public.wallet_helper USING btree (wallet_id, person_id) WHERE (withdrawn_at IS NULL);
CREATE INDEX identifier_duplicates ON public.verification_identifier USING btree (blind_index) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX identifier_stated_once ON public.verification_identifier USING btree (organisation_id, kind, blind_index) WHERE (withdrawn_at IS NULL);
CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));
CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);
CREATE INDEX import_of_person ON public.imports_import USING btree (person_id, created_at DESC);
CREATE INDEX import_of_spec ON public.imports_import USING btree (spec, created_at DESC);
CREATE INDEX imports_import_file_id_6c93819e ON public.imports_import USING btree (file_id);
CREATE INDEX imports_import_person_id_c88b88ad ON public.imports_import USING btree (person_id);
CREATE INDEX imports_import_same_file_as_id_9d85171c ON public.imports_import USING btree (same_file_as_id);
CREATE INDEX imports_importrow_of_id_fc2835b3 ON public.imports_importrow USING btree (of_id);
CREATE UNIQUE INDEX in_one_team_at_a_time ON public.student_projects_teammember USING btree (student_id) WHERE (left_at IS NULL);
CREATE INDEX invitation_ends ON public.organisations_invitation USING btree (expires_at) WHERE (answered_at IS NULL);
CREATE INDEX jobs_effect_key_6da773ee_like ON public.jobs_effect USING btree (key varchar_pattern_ops);
CREATE INDEX late_payment_of ON public.late_payments_latepayment USING btree (organisation_id, written_at DESC);
CREATE INDEX late_payments_bankrate_set_by_id_ff3d53fe ON public.late_payments_bankrate USING btree (set_by_id);
CREATE INDEX late_payments_evidence_late_payment_id_5668eeb1 ON public.late_payments_evidence USING btree (late_payment_id);
CREATE INDEX late_payments_latepayment_organisation_id_2e1b1ca0 ON public.late_payments_latepayment USING btree (organisation_id);
CREATE INDEX late_payments_latepayment_written_by_id_cf8e5957 ON public.late_payments_latepayment USING btree (written_by_id);
CREATE INDEX late_payments_partpayment_late_payment_id_a7c7e839 ON public.late_payments_partpayment USING btree (late_payment_id);
CREATE INDEX loan_come_back ON public.finance_decline USING btree (come_back_on);
CREATE INDEX loan_decide_by ON public.finance_loanapplication USING btree (decide_by) WHERE (sanctioned_at IS NULL);
CREATE INDEX loan_of_lender ON public.finance_loanapplication USING btree (lender_id, stage, stage_since);
CREATE INDEX loan_oldest ON public.finance_loanapplication USING btree (lender_id, stage_since) WHERE (NOT ((stage)::text = 'closed'::text));
CREATE INDEX loan_pipeline ON public.finance_loanapplication USING btree (stage, stage_since);
CREATE INDEX look_at_paper ON public.wallet_look USING btree (paper_id, at DESC);
CREATE INDEX messaging_dailycount_person_id_2cca1a39 ON public.messaging_dailycount USING btree (person_id);
CREATE INDEX messaging_due ON public.messaging_notification USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX messaging_email_waiting ON public.messaging_notification USING btree (person_id) WHERE (email_settled_at IS NULL);
CREATE INDEX messaging_gatewayhealth_channel_bd4d2f03_like ON public.messaging_gatewayhealth USING btree (channel varchar_pattern_ops);
CREATE INDEX messaging_list ON public.messaging_notification USING btree (person_id, written_at DESC);
CREATE INDEX messaging_notification_person_id_15e9924e ON public.messaging_notification USING btree (person_id);
CREATE INDEX messaging_notificationchoice_person_id_7fe46ba0 ON public.messaging_notificationchoice USING btree (person_id);
CREATE INDEX messaging_outbox_of_address ON public.messaging_outboxmessage USING btree (address, id DESC);
CREATE INDEX messaging_sent_latest ON public.messaging_sentmessage USING btree (sent_at DESC);
CREATE INDEX messaging_sent_occasion ON public.messaging_sentmessage USING btree (occasion) WHERE (NOT ((occasion)::text = ''::text));
CREATE INDEX messaging_sentmessage_person_id_c3994936 ON public.messaging_sentmessage USING btree (person_id);
CREATE INDEX messaging_shortlink_key_db9a2343_like ON public.messaging_shortlink USING btree (key varchar_pattern_ops);
CREATE INDEX messaging_shortlink_person_id_7669f936 ON public.messaging_shortlink USING btree (person_id);
CREATE INDEX messaging_sms_waiting ON public.messaging_notification USING btree (person_id) WHERE (sms_settled_at IS NULL);
CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);
CREATE UNIQUE INDEX name_one_preferred_in_language ON public.vocabulary_conceptname USING btree (concept_id, language) WHERE preferred;
CREATE INDEX need_of_unit ON public.needs_need USING btree (unit_id, stated_at);
CREATE INDEX needs_need_unit_id_d6f8ef04 ON public.needs_need USING btree (unit_id);
CREATE INDEX needs_needconcept_concept_id_b5cc3e7f ON public.needs_needconcept USING btree (concept_id);
CREATE INDEX needs_needconcept_need_id_f2d59e61 ON public.needs_needconcept USING btree (need_id);
CREATE INDEX notice_of_office ON public.targeted_notices_notice USING btree (organisation_id, written_at DESC);
CREATE INDEX notice_still_to_tell ON public.targeted_notices_receiver USING btree (notice_id, id) WHERE (settled_at IS NULL);
CREATE INDEX notices_of_unit ON public.targeted_notices_receiver USING btree (unit_id, settled_at);
CREATE UNIQUE INDEX one_current_adviser_a_unit ON public.advice_adviserdetail USING btree (unit_id) WHERE is_current;
CREATE UNIQUE INDEX one_department_a_name ON public.student_projects_department USING btree (unit_id, name) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX one_live_answer_a_unit ON public.engagements_engagement USING btree (opportunity_id, lead_id, series) WHERE ((phase)::text = ANY ((ARRAY['asked'::character varying, 'shortlisted'::character varying, 'agreed'::character varying, 'under_way'::character varying])::text[]));
CREATE UNIQUE INDEX one_live_role_per_organisation ON public.organisations_membership USING btree (person_id, organisation_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX one_meeting_ahead_a_case ON public.advice_slot USING btree (taken_by_id) WHERE ((NOT held) AND (withdrawn_at IS NULL));
CREATE UNIQUE INDEX one_open_call ON public.student_projects_callitem USING btree (opportunity_id, engagement_id, why) NULLS NOT DISTINCT WHERE (settled_at IS NULL);
CREATE UNIQUE INDEX one_open_invitation ON public.organisations_invitation USING btree (person_id, organisation_id) WHERE (answered_at IS NULL);
CREATE UNIQUE INDEX one_open_of_a_kind_for_a_need ON public.opportunities_opportunity USING btree (need_id, kind) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX one_open_query_a_loan ON public.finance_loanquery USING btree (application_id) WHERE (answered_at IS NULL);
CREATE UNIQUE INDEX one_open_report_a_person ON public.student_projects_feereport USING btree (opportunity_id, reporter_id) WHERE ((reporter_id IS NOT NULL) AND (settled_at IS NULL));
CREATE UNIQUE INDEX one_student_a_number ON public.student_projects_student USING btree (organisation_id, phone) WHERE (NOT ((phone)::text = ''::text));
CREATE UNIQUE INDEX one_student_a_roll_number ON public.student_projects_student USING btree (organisation_id, roll_number) WHERE (NOT ((roll_number)::text = ''::text));
CREATE UNIQUE INDEX one_team_a_name ON public.student_projects_team USING btree (course_id, name) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX one_waiting_case_a_subject ON public.verification_case USING btree (organisation_id, identifier_id) NULLS NOT DISTINCT WHERE ((state)::text = ANY ((ARRAY['open'::character varying, 'skipped'::character varying])::text[]));
CREATE INDEX opportunities_opportunity_clusters_cluster_id_97d83053 ON public.opportunities_opportunity_clusters USING btree (cluster_id);
CREATE INDEX opportunities_opportunity_clusters_opportunity_id_7ca44921 ON public.opportunities_opportunity_clusters USING btree (opportunity_id);
CREATE INDEX opportunities_opportunity_need_id_8fbd4cda ON public.opportunities_opportunity USING btree (need_id);
CREATE INDEX opportunities_opportunity_unit_id_45ead11d ON public.opportunities_opportunity USING btree (unit_id);
CREATE INDEX opportunities_opportunityconcept_concept_id_54d19045 ON public.opportunities_opportunityconcept USING btree (concept_id);
CREATE INDEX opportunities_opportunityconcept_opportunity_id_a58f394d ON public.opportunities_opportunityconcept USING btree (opportunity_id);
CREATE INDEX opportunities_opportunitylink_earlier_id_9d75d585 ON public.opportunities_opportunitylink USING btree (earlier_id);
CREATE INDEX opportunities_opportunitylink_later_id_eaa70c6d ON public.opportunities_opportunitylink USING btree (later_id);
CREATE INDEX opportunities_source_opportunity_id_e0d71273 ON public.opportunities_source USING btree (opportunity_id);
CREATE INDEX opportunity_concept_which ON public.opportunities_opportunityconcept USING btree (concept_id, role);
CREATE INDEX opportunity_open ON public.opportunities_opportunity USING btree (kind, closes_at) WHERE ((ended_at IS NULL) AND (published_at IS NOT NULL));
CREATE INDEX opportunity_unit ON public.opportunities_opportunity USING btree (unit_id);
CREATE INDEX opportunity_words ON public.opportunities_opportunity USING gin (unread_words) WHERE ((ended_at IS NULL) AND (published_at IS NOT NULL));
CREATE INDEX organisation_closed ON public.organisations_organisation USING btree (id) WHERE (closed_at IS NOT NULL);
CREATE INDEX organisation_kind_name ON public.organisations_organisation USING btree (kind, name);
CREATE INDEX organisations_buyer_key_ef29e4a6_like ON public.organisations_buyer USING btree (key varchar_pattern_ops);
CREATE INDEX organisations_capabilitywords_unit_id_8054b241 ON public.organisations_capabilitywords USING btree (unit_id);
CREATE INDEX organisations_invitation_invited_by_id_766b39b8 ON public.organisations_invitation USING btree (invited_by_id);
CREATE INDEX organisations_invitation_organisation_id_438a835d ON public.organisations_invitation USING btree (organisation_id);
CREATE INDEX organisations_invitation_person_id_39c1d3f0 ON public.organisations_invitation USING btree (person_id);
CREATE INDEX organisations_membership_organisation_id_716d02c4 ON public.organisations_membership USING btree (organisation_id);
CREATE INDEX organisations_membership_person_id_59946b32 ON public.organisations_membership USING btree (person_id);
CREATE INDEX organisations_organisation_once_a16e5b68_like ON public.organisations_organisation USING btree (once varchar_pattern_ops);
CREATE INDEX organisations_organisation_registered_by_id_c10e734c ON public.organisations_organisation USING btree (registered_by_id);
CREATE INDEX organisations_unit_organisation_id_05d88b02 ON public.organisations_unit USING btree (organisation_id);
CREATE INDEX organisations_unitconcept_concept_id_21fc3868 ON public.organisations_unitconcept USING btree (concept_id);
CREATE INDEX organisations_unitconcept_unit_id_abb9ba55 ON public.organisations_unitconcept USING btree (unit_id);
CREATE INDEX organisations_yearlycheckin_organisation_id_3e6a06ab ON public.organisations_yearlycheckin USING btree (organisation_id);
CREATE INDEX organisations_yearlycheckin_said_by_id_8b532581 ON public.organisations_yearlycheckin USING btree (said_by_id);
CREATE INDEX outcomes_measure_confirmed_by_id_517fbc01 ON public.outcomes_measure USING btree (confirmed_by_id);
CREATE INDEX outcomes_measure_engagement_id_5be6dc19 ON public.outcomes_measure USING btree (engagement_id);
CREATE INDEX outcomes_measure_evidence_id_c24ef84e ON public.outcomes_measure USING btree (evidence_id);
CREATE INDEX outcomes_measure_said_by_id_a25ef966 ON public.outcomes_measure USING btree (said_by_id);
CREATE INDEX paper_expiring ON public.wallet_paper USING btree (expires_on) WHERE ((removed_at IS NULL) AND (replaced_by_id IS NULL));
CREATE INDEX paper_in_wallet ON public.wallet_paper USING btree (wallet_id, kind) WHERE (removed_at IS NULL);
CREATE INDEX party_person ON public.engagements_party USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX party_unit ON public.engagements_party USING btree (unit_id);
CREATE UNIQUE INDEX person_email_unique ON public.accounts_person USING btree (lower((email)::text));
CREATE INDEX plan_of_import ON public.purchase_plans_plandetail USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);
CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));
CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);
CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);
CREATE INDEX purchase_of_import ON public.purchase_plans_purchase USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX purchase_of_year ON public.purchase_plans_purchase USING btree (organisation_id, financial_year);
CREATE INDEX purchase_plans_filingreminder_organisation_id_80431fea ON public.purchase_plans_filingreminder USING btree (organisation_id);
CREATE INDEX purchase_plans_filingreminder_sent_by_id_2400cef0 ON public.purchase_plans_filingreminder USING btree (sent_by_id);
CREATE INDEX purchase_plans_plandetail_filed_by_id_949d1bb5 ON public.purchase_plans_plandetail USING btree (filed_by_id);
CREATE INDEX purchase_plans_purchase_organisation_id_b4966d7c ON public.purchase_plans_purchase USING btree (organisation_id);
CREATE INDEX replay_of_job ON public.jobs_replay USING btree (job_id);
CREATE INDEX review_of_organisation ON public.reviews_reviewentry USING btree (organisation_id, written_at);
CREATE INDEX reviews_reviewanswer_said_by_id_dfe3cc3a ON public.reviews_reviewanswer USING btree (said_by_id);
CREATE INDEX reviews_reviewentry_corrects_id_9403d1a1 ON public.reviews_reviewentry USING btree (corrects_id);
CREATE INDEX reviews_reviewentry_organisation_id_a1108782 ON public.reviews_reviewentry USING btree (organisation_id);
CREATE INDEX reviews_reviewentry_written_by_id_f15f149e ON public.reviews_reviewentry USING btree (written_by_id);
CREATE INDEX rules_paperdays_paper_edcd01ae_like ON public.rules_paperdays USING btree (paper varchar_pattern_ops);
CREATE INDEX rules_reserveditem_brought_by_id_1d75d890 ON public.rules_reserveditem USING btree (brought_by_id);
CREATE INDEX rules_reserveditem_concepts_concept_id_1cb10eed ON public.rules_reserveditem_concepts USING btree (concept_id);
CREATE INDEX rules_reserveditem_concepts_reserveditem_id_e5157655 ON public.rules_reserveditem_concepts USING btree (reserveditem_id);
CREATE INDEX rules_reserveditem_reserved_list_id_2c1fc786 ON public.rules_reserveditem USING btree (reserved_list_id);
CREATE INDEX rules_rule_opportunity_id_04f91490 ON public.rules_rule USING btree (opportunity_id);
CREATE INDEX saved_search_due ON public.alerts_savedsearch USING btree (frequency, last_sent_at);
CREATE UNIQUE INDEX scheme_one_draft_at_a_time ON public.schemes_schemeversion USING btree (scheme_id) WHERE (published_at IS NULL);
CREATE UNIQUE INDEX scheme_version_one_from_a_day ON public.schemes_schemeversion USING btree (scheme_id, effective_from) WHERE ((published_at IS NOT NULL) AND (replaced_by_id IS NULL));
CREATE INDEX schemes_scheme_code_4e3ee064_like ON public.schemes_scheme USING btree (code varchar_pattern_ops);
CREATE INDEX schemes_scheme_in_force_id_41b325e4 ON public.schemes_scheme USING btree (in_force_id);
CREATE INDEX schemes_schemeanswers_owners_kept_by_id_5bc1ae21 ON public.schemes_schemeanswers USING btree (owners_kept_by_id);
CREATE INDEX schemes_schemefigure_version_id_2cade36d ON public.schemes_schemefigure USING btree (version_id);
CREATE INDEX schemes_schemerule_version_id_6f8cbb44 ON public.schemes_schemerule USING btree (version_id);
CREATE INDEX schemes_schemetext_version_id_fad05a60 ON public.schemes_schemetext USING btree (version_id);
CREATE INDEX schemes_schemeversion_published_by_id_d0e6ced1 ON public.schemes_schemeversion USING btree (published_by_id);
CREATE INDEX schemes_schemeversion_scheme_id_a609c217 ON public.schemes_schemeversion USING btree (scheme_id);
CREATE INDEX search_document_concepts ON public.search_indexeddocument USING gin (concepts);
CREATE INDEX search_document_facets ON public.search_indexeddocument USING gin (facets);
CREATE INDEX search_document_words ON public.search_indexeddocument USING gin (words);
CREATE INDEX session_starts ON public.trainings_session USING btree (starts_at);
CREATE INDEX sign_in_latest ON public.accounts_signin USING btree (person_id, at DESC);
CREATE INDEX student_of_college ON public.student_projects_student USING btree (organisation_id, course_id);
CREATE INDEX student_of_file ON public.student_projects_student USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX student_of_person ON public.student_projects_student USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX student_projects_allocationround_organisation_id_ea574f77 ON public.student_projects_allocationround USING btree (organisation_id);
CREATE INDEX student_projects_callitem_engagement_id_1dd22e7b ON public.student_projects_callitem USING btree (engagement_id);
CREATE INDEX student_projects_callitem_opportunity_id_36f73aeb ON public.student_projects_callitem USING btree (opportunity_id);
CREATE INDEX student_projects_callitem_settled_by_id_eb252ffc ON public.student_projects_callitem USING btree (settled_by_id);
CREATE INDEX student_projects_collegeoffer_department_id_24c17b19 ON public.student_projects_collegeoffer USING btree (department_id);
CREATE INDEX student_projects_collegeoffer_faculty_id_43979f84 ON public.student_projects_collegeoffer USING btree (faculty_id);
CREATE INDEX student_projects_course_department_id_d4379278 ON public.student_projects_course USING btree (department_id);
CREATE INDEX student_projects_course_rule_id_f137d4b4 ON public.student_projects_course USING btree (rule_id);
CREATE INDEX student_projects_creditrule_organisation_id_7739c133 ON public.student_projects_creditrule USING btree (organisation_id);
CREATE INDEX student_projects_deliverable_engagement_id_4eafc948 ON public.student_projects_deliverable USING btree (engagement_id);
CREATE INDEX student_projects_deliverable_file_id_1005275f ON public.student_projects_deliverable USING btree (file_id);
CREATE INDEX student_projects_deliverable_handed_by_id_452b18e7 ON public.student_projects_deliverable USING btree (handed_by_id);
CREATE INDEX student_projects_department_subjects_concept_id_a4366f28 ON public.student_projects_department_subjects USING btree (concept_id);
CREATE INDEX student_projects_department_subjects_department_id_b13a894e ON public.student_projects_department_subjects USING btree (department_id);
CREATE INDEX student_projects_department_unit_id_375809d6 ON public.student_projects_department USING btree (unit_id);
CREATE INDEX student_projects_evaluation_engagement_id_65be6b1a ON public.student_projects_evaluation USING btree (engagement_id);
CREATE INDEX student_projects_evaluation_student_id_f38eccb0 ON public.student_projects_evaluation USING btree (student_id);
CREATE INDEX student_projects_facultyme_facultymember_id_eda32d77 ON public.student_projects_facultymember_subjects USING btree (facultymember_id);
CREATE INDEX student_projects_facultymember_department_id_f32396a9 ON public.student_projects_facultymember USING btree (department_id);
CREATE INDEX student_projects_facultymember_person_id_e7cfdf8e ON public.student_projects_facultymember USING btree (person_id);
CREATE INDEX student_projects_facultymember_question_key_022751c8_like ON public.student_projects_facultymember USING btree (question_key varchar_pattern_ops);
CREATE INDEX student_projects_facultymember_subjects_concept_id_d0100c53 ON public.student_projects_facultymember_subjects USING btree (concept_id);
CREATE INDEX student_projects_feereport_opportunity_id_025fcfd5 ON public.student_projects_feereport USING btree (opportunity_id);
CREATE INDEX student_projects_feereport_reporter_id_64253300 ON public.student_projects_feereport USING btree (reporter_id);
CREATE INDEX student_projects_feereport_settled_by_id_5dcc0faf ON public.student_projects_feereport USING btree (settled_by_id);
CREATE INDEX student_projects_logcomment_log_id_63a26284 ON public.student_projects_logcomment USING btree (log_id);
CREATE INDEX student_projects_logcomment_person_id_4a226296 ON public.student_projects_logcomment USING btree (person_id);
CREATE INDEX student_projects_midreview_engagement_id_18cccb5e ON public.student_projects_midreview USING btree (engagement_id);
CREATE INDEX student_projects_projectcertificate_engagement_id_78edb6ab ON public.student_projects_projectcertificate USING btree (engagement_id);
CREATE INDEX student_projects_projectcertificate_student_id_0800f8c0 ON public.student_projects_projectcertificate USING btree (student_id);
CREATE INDEX student_projects_projectwork_supervisor_id_61b88a8c ON public.student_projects_projectwork USING btree (supervisor_id);
CREATE INDEX student_projects_projectwork_team_id_a1a11a5d ON public.student_projects_projectwork USING btree (team_id);
CREATE INDEX student_projects_roundproject_opportunity_id_9f88cecf ON public.student_projects_roundproject USING btree (opportunity_id);
CREATE INDEX student_projects_roundproject_round_id_82294047 ON public.student_projects_roundproject USING btree (round_id);
CREATE INDEX student_projects_roundteam_engagement_id_a28fda81 ON public.student_projects_roundteam USING btree (engagement_id);
CREATE INDEX student_projects_roundteam_entered_by_id_e64994ef ON public.student_projects_roundteam USING btree (entered_by_id);
CREATE INDEX student_projects_roundteam_project_id_d2c6dfe1 ON public.student_projects_roundteam USING btree (project_id);
CREATE INDEX student_projects_roundteam_round_id_a87dccdf ON public.student_projects_roundteam USING btree (round_id);
CREATE INDEX student_projects_roundteam_team_id_e0a4b1b9 ON public.student_projects_roundteam USING btree (team_id);
CREATE INDEX student_projects_roundunit_agreed_by_id_e1f82816 ON public.student_projects_roundunit USING btree (agreed_by_id);
CREATE INDEX student_projects_roundunit_round_id_17e969a3 ON public.student_projects_roundunit USING btree (round_id);
CREATE INDEX student_projects_roundunit_unit_id_025fe216 ON public.student_projects_roundunit USING btree (unit_id);
CREATE INDEX student_projects_stillinuse_key_7c820bee_like ON public.student_projects_stillinuse USING btree (key varchar_pattern_ops);
CREATE INDEX student_projects_student_consent_key_48ae0a19_like ON public.student_projects_student USING btree (consent_key varchar_pattern_ops);
CREATE INDEX student_projects_student_course_id_dfce7f10 ON public.student_projects_student USING btree (course_id);
CREATE INDEX student_projects_student_guardian_checked_by_id_0bcda5f2 ON public.student_projects_student USING btree (guardian_checked_by_id);
CREATE INDEX student_projects_student_guardian_id_aca1bcc5 ON public.student_projects_student USING btree (guardian_id);
CREATE INDEX student_projects_student_guardian_key_d4680b23_like ON public.student_projects_student USING btree (guardian_key varchar_pattern_ops);
CREATE INDEX student_projects_student_organisation_id_6a513ff3 ON public.student_projects_student USING btree (organisation_id);
CREATE INDEX student_projects_student_person_id_12a7c642 ON public.student_projects_student USING btree (person_id);
CREATE INDEX student_projects_team_course_id_49b48234 ON public.student_projects_team USING btree (course_id);
CREATE INDEX student_projects_team_series_777eccee_like ON public.student_projects_team USING btree (series varchar_pattern_ops);
CREATE INDEX student_projects_team_supervisor_id_d805892e ON public.student_projects_team USING btree (supervisor_id);
CREATE INDEX student_projects_teammember_student_id_8f68e194 ON public.student_projects_teammember USING btree (student_id);
CREATE INDEX student_projects_teammember_team_id_0d5f2d5c ON public.student_projects_teammember USING btree (team_id);
CREATE INDEX student_projects_teamwish_project_id_87f12daf ON public.student_projects_teamwish USING btree (project_id);
CREATE INDEX student_projects_teamwish_team_id_cafdb089 ON public.student_projects_teamwish USING btree (team_id);
CREATE INDEX student_projects_terms_engagement_id_7db15bc3 ON public.student_projects_terms USING btree (engagement_id);
CREATE INDEX student_projects_unitrank_project_id_d92e2800 ON public.student_projects_unitrank USING btree (project_id);
CREATE INDEX student_projects_unitrank_team_id_94a60776 ON public.student_projects_unitrank USING btree (team_id);
CREATE INDEX student_projects_weeklog_engagement_id_0dede71c ON public.student_projects_weeklog USING btree (engagement_id);
CREATE INDEX student_projects_weeklog_student_id_4633b5e8 ON public.student_projects_weeklog USING btree (student_id);
CREATE INDEX student_projects_widening_opportunity_id_d5549cd7 ON public.student_projects_widening USING btree (opportunity_id);
CREATE INDEX student_projects_wrongnumber_student_id_f93c4079 ON public.student_projects_wrongnumber USING btree (student_id);
CREATE INDEX targeted_notices_notice_opportunity_id_8472c23a ON public.targeted_notices_notice USING btree (opportunity_id);
CREATE INDEX targeted_notices_notice_organisation_id_976b03be ON public.targeted_notices_notice USING btree (organisation_id);
CREATE INDEX targeted_notices_notice_sent_by_id_cc5306eb ON public.targeted_notices_notice USING btree (sent_by_id);
CREATE INDEX targeted_notices_notice_written_by_id_12e31d07 ON public.targeted_notices_notice USING btree (written_by_id);
CREATE INDEX targeted_notices_noticetext_notice_id_af55772f ON public.targeted_notices_noticetext USING btree (notice_id);
CREATE INDEX targeted_notices_ownersfound_agreed_by_id_b5f69ea5 ON public.targeted_notices_ownersfound USING btree (agreed_by_id);
CREATE INDEX targeted_notices_receiver_notice_id_6a59b638 ON public.targeted_notices_receiver USING btree (notice_id);
CREATE INDEX targeted_notices_receiver_person_id_d4d35f92 ON public.targeted_notices_receiver USING btree (person_id);
CREATE INDEX targeted_notices_receiver_unit_id_a949b303 ON public.targeted_notices_receiver USING btree (unit_id);
CREATE INDEX targeted_notices_silence_office_id_53eaa31c ON public.targeted_notices_silence USING btree (office_id);
CREATE INDEX targeted_notices_silence_organisation_id_a1a46492 ON public.targeted_notices_silence USING btree (organisation_id);
CREATE INDEX targeted_notices_silence_said_by_id_4f557a3f ON public.targeted_notices_silence USING btree (said_by_id);
CREATE INDEX targeted_notices_toldgroup_organisation_id_d6682f70 ON public.targeted_notices_toldgroup USING btree (organisation_id);
CREATE UNIQUE INDEX teaches_once_a_department ON public.student_projects_facultymember USING btree (department_id, person_id) WHERE ((left_at IS NULL) AND (person_id IS NOT NULL));
CREATE UNIQUE INDEX team_in_one_project_at_a_time ON public.student_projects_projectwork USING btree (team_id) WHERE held;
CREATE INDEX tenders_corrigendum_tender_id_d9332d32 ON public.tenders_corrigendum USING btree (tender_id);
CREATE INDEX tenders_tenderdetail_brought_by_id_2da35976 ON public.tenders_tenderdetail USING btree (brought_by_id);
CREATE INDEX tenders_tenderdetail_tender_id_bf1387b9 ON public.tenders_tenderdetail USING btree (tender_id);
CREATE INDEX tenders_tenderdetail_tender_id_bf1387b9_like ON public.tenders_tenderdetail USING btree (tender_id varchar_pattern_ops);
CREATE INDEX tenders_tenderdetail_twin_key_36e34d28 ON public.tenders_tenderdetail USING btree (twin_key);
CREATE INDEX tenders_tenderdetail_twin_key_36e34d28_like ON public.tenders_tenderdetail USING btree (twin_key varchar_pattern_ops);
CREATE INDEX threads_participant_person_id_a6a3bf2c ON public.threads_participant USING btree (person_id);
CREATE INDEX threads_participant_thread_id_951832bd ON public.threads_participant USING btree (thread_id);
CREATE INDEX threads_post_author_id_a6564fc2 ON public.threads_post USING btree (author_id);
CREATE INDEX threads_post_file_id_1ad4e27d ON public.threads_post USING btree (file_id);
CREATE INDEX threads_post_in_order ON public.threads_post USING btree (thread_id, id);
CREATE INDEX threads_post_thread_id_67f18311 ON public.threads_post USING btree (thread_id);
CREATE INDEX told_groups_of_office ON public.targeted_notices_toldgroup USING btree (organisation_id, told_at DESC);
CREATE INDEX trainings_attendance_attendee_id_716babf8 ON public.trainings_attendance USING btree (attendee_id);
CREATE INDEX trainings_attendance_marked_by_id_27a549d9 ON public.trainings_attendance USING btree (marked_by_id);
CREATE INDEX trainings_attendance_session_id_cc50f324 ON public.trainings_attendance USING btree (session_id);
CREATE INDEX trainings_attendee_engagement_id_05cbf48b ON public.trainings_attendee USING btree (engagement_id);
CREATE INDEX trainings_attendee_person_id_65ad3cd5 ON public.trainings_attendee USING btree (person_id);
CREATE INDEX trainings_session_training_id_82eefcb9 ON public.trainings_session USING btree (training_id);
CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));
CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";
CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;
CREATE INDEX unit_closed ON public.organisations_unit USING btree (id) WHERE (closed_at IS NOT NULL);
CREATE INDEX unit_concept_who ON public.organisations_unitconcept USING btree (concept_id, role);
CREATE INDEX unit_expires ON public.organisations_unit USING btree (expires_at) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX unit_once_in_a_cluster ON public.clusters_clustermembership USING btree (cluster_id, unit_id) WHERE (left_at IS NULL);
CREATE INDEX unit_organisation ON public.organisations_unit USING btree (organisation_id);
CREATE INDEX unit_state_district ON public.organisations_unit USING btree (state, district);
CREATE INDEX verification_cannedreason_code_4f36c929_like ON public.verification_cannedreason USING btree (code varchar_pattern_ops);
CREATE INDEX verification_case_claimed_by_id_b2dcde46 ON public.verification_case USING btree (claimed_by_id);
CREATE INDEX verification_case_decided_by_id_30f92884 ON public.verification_case USING btree (decided_by_id);
CREATE INDEX verification_case_identifier_id_cdca88e5 ON public.verification_case USING btree (identifier_id);
CREATE INDEX verification_case_organisation_id_3849773e ON public.verification_case USING btree (organisation_id);
CREATE INDEX verification_case_reason_id_c4e7eb95 ON public.verification_case USING btree (reason_id);
CREATE INDEX verification_case_reason_id_c4e7eb95_like ON public.verification_case USING btree (reason_id varchar_pattern_ops);
CREATE INDEX verification_decision_by_id_beff4673 ON public.verification_decision USING btree (by_id);
CREATE INDEX verification_decision_case_id_0761c82d ON public.verification_decision USING btree (case_id);
CREATE INDEX verification_decision_institution_id_8cf66e88 ON public.verification_decision USING btree (institution_id);
CREATE INDEX verification_decision_reason_id_74cb2401 ON public.verification_decision USING btree (reason_id);
CREATE INDEX verification_decision_reason_id_74cb2401_like ON public.verification_decision USING btree (reason_id varchar_pattern_ops);
CREATE INDEX verification_identifier_evidence_id_2284905e ON public.verification_identifier USING btree (evidence_id);
CREATE INDEX verification_identifier_organisation_id_32766fbc ON public.verification_identifier USING btree (organisation_id);
CREATE INDEX verification_identifier_stated_by_id_398e2ebe ON public.verification_identifier USING btree (stated_by_id);
CREATE INDEX verification_identifier_verified_by_id_767d4ed4 ON public.verification_identifier USING btree (verified_by_id);
CREATE INDEX verification_identifier_verified_for_id_1243474e ON public.verification_identifier USING btree (verified_for_id);
CREATE INDEX vocabulary_concept_group_id_ef8a438c ON public.vocabulary_concept USING btree (group_id);
CREATE INDEX vocabulary_concept_slug_67f520b4_like ON public.vocabulary_concept USING btree (slug varchar_pattern_ops);
CREATE INDEX vocabulary_conceptcode_code_edcfe810 ON public.vocabulary_conceptcode USING btree (code);
CREATE INDEX vocabulary_conceptcode_code_edcfe810_like ON public.vocabulary_conceptcode USING btree (code varchar_pattern_ops);
CREATE INDEX vocabulary_conceptcode_concept_id_926b72c4 ON public.vocabulary_conceptcode USING btree (concept_id);
CREATE INDEX vocabulary_conceptname_concept_id_705c76d4 ON public.vocabulary_conceptname USING btree (concept_id);
CREATE INDEX vocabulary_conceptname_key_c4e2e228 ON public.vocabulary_conceptname USING btree (key);
CREATE INDEX vocabulary_conceptname_key_c4e2e228_like ON public.vocabulary_conceptname USING btree (key varchar_pattern_ops);
CREATE INDEX vocabulary_relation_concept_id_9ab41052 ON public.vocabulary_relation USING btree (concept_id);
CREATE INDEX vocabulary_relation_other_id_4df57fc1 ON public.vocabulary_relation USING btree (other_id);
CREATE INDEX vocabulary_state_code_7756d924_like ON public.vocabulary_state USING btree (code varchar_pattern_ops);
CREATE INDEX vocabulary_state_gst_code_e4575f17_like ON public.vocabulary_state USING btree (gst_code varchar_pattern_ops);
CREATE INDEX vocabulary_state_name_5b21b2a6_like ON public.vocabulary_state USING btree (name varchar_pattern_ops);
CREATE INDEX vocabulary_unknownword_concept_id_b6c6dab4 ON public.vocabulary_unknownword USING btree (concept_id);
CREATE INDEX vocabulary_unknownword_word_6b1444f3_like ON public.vocabulary_unknownword USING btree (word varchar_pattern_ops);
CREATE INDEX vocabulary_unknownwordday_word_id_2746ae02 ON public.vocabulary_unknownwordday USING btree (word_id);
CREATE INDEX vocabulary_unknownwordteller_word_id_32912048 ON public.vocabulary_unknownwordteller USING btree (word_id);
CREATE INDEX wallet_dossier_made_by_id_bc8a50c4 ON public.wallet_dossier USING btree (made_by_id);
CREATE INDEX wallet_dossier_wallet_id_ef025e81 ON public.wallet_dossier USING btree (wallet_id);
CREATE INDEX wallet_dossierpaper_dossier_id_0690c238 ON public.wallet_dossierpaper USING btree (dossier_id);
CREATE INDEX wallet_dossierpaper_paper_id_8305aeb1 ON public.wallet_dossierpaper USING btree (paper_id);
CREATE INDEX wallet_grant_dossier_id_f821223f ON public.wallet_grant USING btree (dossier_id);
CREATE INDEX wallet_grant_given_by_id_3b3b6af0 ON public.wallet_grant USING btree (given_by_id);
CREATE INDEX wallet_grant_withdrawn_by_id_5f0aa91d ON public.wallet_grant USING btree (withdrawn_by_id);
CREATE INDEX wallet_helper_asked_by_id_c9ab723c ON public.wallet_helper USING btree (asked_by_id);
CREATE INDEX wallet_helper_person_id_a2ca7115 ON public.wallet_helper USING btree (person_id);
CREATE INDEX wallet_helper_wallet_id_010eba4c ON public.wallet_helper USING btree (wallet_id);
CREATE INDEX wallet_look_grant_id_2934d8a2 ON public.wallet_look USING btree (grant_id);
CREATE INDEX wallet_look_helper_id_9d9eb525 ON public.wallet_look USING btree (helper_id);
CREATE INDEX wallet_look_paper_id_692e789f ON public.wallet_look USING btree (paper_id);
CREATE INDEX wallet_look_person_id_a35e56ae ON public.wallet_look USING btree (person_id);
CREATE INDEX wallet_paper_added_by_id_efcd708a ON public.wallet_paper USING btree (added_by_id);
CREATE INDEX wallet_paper_file_id_5787d3ce ON public.wallet_paper USING btree (file_id);
CREATE INDEX wallet_paper_wallet_id_9aa4b116 ON public.wallet_paper USING btree (wallet_id);
CREATE UNIQUE INDEX weekly_time_once ON public.advice_weeklytime USING btree (unit_id, weekday, starts) WHERE (ended_at IS NULL);
CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();
CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();
CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();
CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();
CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();
CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_accounts_person_id FOREIGN KEY (user_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_consent
    ADD CONSTRAINT accounts_consent_person_id_dc6f3178_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_person_groups
    ADD CONSTRAINT accounts_person_groups_group_id_2455a92a_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_person_groups
    ADD CONSTRAINT accounts_person_groups_person_id_0267a8e2_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_person_user_permissions
    ADD CONSTRAINT accounts_person_user_permission_id_ef54d0fe_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_person_user_permissions
    ADD CONSTRAINT accounts_person_user_person_id_f01807a9_fk_accounts_ FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_signin
    ADD CONSTRAINT accounts_signin_person_id_dcd8ccef_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_advicerequest
    ADD CONSTRAINT advice_advicerequest_asked_by_id_84d977dc_fk_accounts_person_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_advicerequest
    ADD CONSTRAINT advice_advicerequest_need_id_8a62adec_fk_needs_need_id FOREIGN KEY (need_id) REFERENCES public.needs_need(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_advicerequest
    ADD CONSTRAINT advice_advicerequest_unit_id_6138e90d_fk_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_adviserdetail
    ADD CONSTRAINT advice_adviserdetail_opportunity_id_1a7a3fc3_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_adviserdetail
    ADD CONSTRAINT advice_adviserdetail_unit_id_3cd95597_fk_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_approach
    ADD CONSTRAINT advice_approach_engagement_id_dfe0e269_fk_engagemen FOREIGN KEY (engagement_id) REFERENCES public.engagements_engagement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_approach
    ADD CONSTRAINT advice_approach_opportunity_id_f1ac0f14_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_approach
    ADD CONSTRAINT advice_approach_unit_id_a60fd022_fk_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_attribution
    ADD CONSTRAINT advice_attribution_engagement_id_bed19fb6_fk_engagemen FOREIGN KEY (engagement_id) REFERENCES public.engagements_engagement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_cancellation
    ADD CONSTRAINT advice_cancellation_engagement_id_1aa19e45_fk_engagemen FOREIGN KEY (engagement_id) REFERENCES public.engagements_engagement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_cancellation
    ADD CONSTRAINT advice_cancellation_slot_id_dd5e7ed5_fk_advice_slot_id FOREIGN KEY (slot_id) REFERENCES public.advice_slot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_case
    ADD CONSTRAINT advice_case_engagement_id_b407845f_fk_engagements_engagement_id FOREIGN KEY (engagement_id) REFERENCES public.engagements_engagement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_helpofferdetail
    ADD CONSTRAINT advice_helpofferdeta_opportunity_id_3857d5ce_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_helpofferdetail
    ADD CONSTRAINT advice_helpofferdeta_sent_by_id_6ae5189d_fk_organisat FOREIGN KEY (sent_by_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_helpofferdetail
    ADD CONSTRAINT advice_helpofferdetail_sender_id_432e0ace_fk_accounts_person_id FOREIGN KEY (sender_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_scopenote
    ADD CONSTRAINT advice_scopenote_engagement_id_795e73b0_fk_engagemen FOREIGN KEY (engagement_id) REFERENCES public.engagements_engagement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_session
    ADD CONSTRAINT advice_session_adviser_id_9e3ae98a_fk_accounts_person_id FOREIGN KEY (adviser_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_session
    ADD CONSTRAINT advice_session_engagement_id_f1fcbc77_fk_engagemen FOREIGN KEY (engagement_id) REFERENCES public.engagements_engagement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_slot
    ADD CONSTRAINT advice_slot_taken_by_id_7e7ccc5c_fk_engagements_engagement_id FOREIGN KEY (taken_by_id) REFERENCES public.engagements_engagement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_slot
    ADD CONSTRAINT advice_slot_unit_id_d7c133b3_fk_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_slot
    ADD CONSTRAINT advice_slot_weekly_id_bcdabe47_fk_advice_weeklytime_id FOREIGN KEY (weekly_id) REFERENCES public.advice_weeklytime(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_turn
    ADD CONSTRAINT advice_turn_engagement_id_01839c2d_fk_engagements_engagement_id FOREIGN KEY (engagement_id) REFERENCES public.engagements_engagement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_turn
    ADD CONSTRAINT advice_turn_opportunity_id_8e2511e7_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_turn
    ADD CONSTRAINT advice_turn_request_id_c9b0a141_fk_advice_advicerequest_id FOREIGN KEY (request_id) REFERENCES public.advice_advicerequest(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.advice_weeklytime
    ADD CONSTRAINT advice_weeklytime_unit_id_c157dafe_fk_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.alerts_savedsearch
    ADD CONSTRAINT alerts_savedsearch_person_id_add06769_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.alerts_savedsearch
    ADD CONSTRAINT alerts_savedsearch_unit_id_b394146b_fk_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.calendars_feed
    ADD CONSTRAINT calendars_feed_person_id_27e74f52_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_offerdetail
    ADD CONSTRAINT catalogue_offerdetai_opportunity_id_33c06279_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_requirementdetail
    ADD CONSTRAINT catalogue_requiremen_opportunity_id_92a68f5e_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.certificates_certificate
    ADD CONSTRAINT certificates_certifi_holder_id_1b08290c_fk_accounts_ FOREIGN KEY (holder_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.clusters_cluster_concepts
    ADD CONSTRAINT clusters_cluster_con_cluster_id_99f3ef99_fk_clusters_ FOREIGN KEY (cluster_id) REFERENCES public.clusters_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.clusters_cluster_concepts
    ADD CONSTRAINT clusters_cluster_con_concept_id_19ce42ee_fk_vocabular FOREIGN KEY (concept_id) REFERENCES public.vocabulary_concept(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.clusters_clustermembership
    ADD CONSTRAINT clusters_clustermemb_cluster_id_27da6775_fk_clusters_ FOREIGN KEY (cluster_id) REFERENCES public.clusters_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.clusters_clustermembership
    ADD CONSTRAINT clusters_clustermemb_unit_id_0bc1ba2e_fk_organisat FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.clusters_clusterofficer
    ADD CONSTRAINT clusters_clusteroffi_cluster_id_46e564e3_fk_clusters_ FOREIGN KEY (cluster_id) REFERENCES public.clusters_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.clusters_clusterofficer
    ADD CONSTRAINT clusters_clusteroffi_person_id_d7f25e6d_fk_accounts_ FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.drafts_draft
    ADD CONSTRAINT drafts_draft_person_id_5457d111_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.engagements_engagement
    ADD CONSTRAINT engagements_engageme_lead_id_e26ab667_fk_organisat FOREIGN KEY (lead_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.engagements_engagement
    ADD CONSTRAINT engagements_engageme_opportunity_id_9d774ad9_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.engagements_engagement
    ADD CONSTRAINT engagements_engagement_need_id_c6cfa73c_fk_needs_need_id FOREIGN KEY (need_id) REFERENCES public.needs_need(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.engagements_engagement
    ADD CONSTRAINT engagements_engagement_thread_id_6f0794b7_fk_threads_thread_id FOREIGN KEY (thread_id) REFERENCES public.threads_thread(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.engagements_milestone
    ADD CONSTRAINT engagements_mileston_engagement_id_41ce17a5_fk_engagemen FOREIGN KEY (engagement_id) REFERENCES public.engagements_engagement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.engagements_party
    ADD CONSTRAINT engagements_party_engagement_id_3ee430bb_fk_engagemen FOREIGN KEY (engagement_id) REFERENCES public.engagements_engagement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.engagements_party
    ADD CONSTRAINT engagements_party_person_id_c6d6e512_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.engagements_party
    ADD CONSTRAINT engagements_party_unit_id_4e2eb90f_fk_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.files_file
    ADD CONSTRAINT files_file_owner_id_bf9a4c9c_fk_accounts_person_id FOREIGN KEY (owner_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_bookcaps
    ADD CONSTRAINT finance_bookcaps_lender_id_bd5945a9_fk_organisat FOREIGN KEY (lender_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_bookloan
    ADD CONSTRAINT finance_bookloan_lender_id_ab1dda1b_fk_organisat FOREIGN KEY (lender_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_decline
    ADD CONSTRAINT finance_decline_application_id_24aaecc5_fk_finance_l FOREIGN KEY (application_id) REFERENCES public.finance_loanapplication(engagement_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_decline
    ADD CONSTRAINT finance_decline_declined_by_id_df2c3fe4_fk_accounts_person_id FOREIGN KEY (declined_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_disbursement
    ADD CONSTRAINT finance_disbursement_application_id_ff02be3e_fk_finance_l FOREIGN KEY (application_id) REFERENCES public.finance_loanapplication(engagement_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_disbursement
    ADD CONSTRAINT finance_disbursement_noted_by_id_b0ef5ae0_fk_accounts_person_id FOREIGN KEY (noted_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_lendersetting
    ADD CONSTRAINT finance_lendersettin_organisation_id_8401bf2f_fk_organisat FOREIGN KEY (organisation_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_loanapplication
    ADD CONSTRAINT finance_loanapplicat_dossier_id_2374aff5_fk_wallet_do FOREIGN KEY (dossier_id) REFERENCES public.wallet_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_loanapplication
    ADD CONSTRAINT finance_loanapplicat_earlier_id_6c5c0cf2_fk_finance_l FOREIGN KEY (earlier_id) REFERENCES public.finance_loanapplication(engagement_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_loanapplication
    ADD CONSTRAINT finance_loanapplicat_engagement_id_ea6b0be7_fk_engagemen FOREIGN KEY (engagement_id) REFERENCES public.engagements_engagement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_loanapplication
    ADD CONSTRAINT finance_loanapplicat_lender_id_d75cfdde_fk_organisat FOREIGN KEY (lender_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_loanapplication
    ADD CONSTRAINT finance_loanapplication_grant_id_200b86ce_fk_wallet_grant_id FOREIGN KEY (grant_id) REFERENCES public.wallet_grant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_loanquery
    ADD CONSTRAINT finance_loanquery_answered_by_id_c7492cc9_fk_accounts_person_id FOREIGN KEY (answered_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_loanquery
    ADD CONSTRAINT finance_loanquery_application_id_ae3a9be7_fk_finance_l FOREIGN KEY (application_id) REFERENCES public.finance_loanapplication(engagement_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_loanquery
    ADD CONSTRAINT finance_loanquery_asked_by_id_455fb092_fk_accounts_person_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_packagedetail
    ADD CONSTRAINT finance_packagedetai_approved_by_id_8ad185d8_fk_accounts_ FOREIGN KEY (approved_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_packagedetail
    ADD CONSTRAINT finance_packagedetai_drafted_by_id_ca42a921_fk_accounts_ FOREIGN KEY (drafted_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_packagedetail
    ADD CONSTRAINT finance_packagedetai_opportunity_id_a0097765_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_packagefee
    ADD CONSTRAINT finance_packagefee_package_id_a5df388e_fk_finance_p FOREIGN KEY (package_id) REFERENCES public.finance_packagedetail(opportunity_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_packagemargin
    ADD CONSTRAINT finance_packagemargi_package_id_02ccc9dd_fk_finance_p FOREIGN KEY (package_id) REFERENCES public.finance_packagedetail(opportunity_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_packagesecurity
    ADD CONSTRAINT finance_packagesecur_package_id_52516760_fk_finance_p FOREIGN KEY (package_id) REFERENCES public.finance_packagedetail(opportunity_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_packagewords
    ADD CONSTRAINT finance_packagewords_package_id_036e13e2_fk_finance_p FOREIGN KEY (package_id) REFERENCES public.finance_packagedetail(opportunity_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_requestdetail
    ADD CONSTRAINT finance_requestdetai_opportunity_id_a97d326b_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_visit
    ADD CONSTRAINT finance_visit_application_id_0dd0c674_fk_finance_l FOREIGN KEY (application_id) REFERENCES public.finance_loanapplication(engagement_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.finance_visit
    ADD CONSTRAINT finance_visit_planned_by_id_ebd2f980_fk_accounts_person_id FOREIGN KEY (planned_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.imports_import
    ADD CONSTRAINT imports_import_file_id_6c93819e_fk_files_file_id FOREIGN KEY (file_id) REFERENCES public.files_file(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.imports_import
    ADD CONSTRAINT imports_import_person_id_c88b88ad_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.imports_import
    ADD CONSTRAINT imports_import_same_file_as_id_9d85171c_fk_imports_import_id FOREIGN KEY (same_file_as_id) REFERENCES public.imports_import(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.imports_importrow
    ADD CONSTRAINT imports_importrow_of_id_fc2835b3_fk_imports_import_id FOREIGN KEY (of_id) REFERENCES public.imports_import(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.late_payments_bankrate
    ADD CONSTRAINT late_payments_bankrate_set_by_id_ff3d53fe_fk_accounts_person_id FOREIGN KEY (set_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.late_payments_evidence
    ADD CONSTRAINT late_payments_eviden_late_payment_id_5668eeb1_fk_late_paym FOREIGN KEY (late_payment_id) REFERENCES public.late_payments_latepayment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.late_payments_evidence
    ADD CONSTRAINT late_payments_evidence_file_id_32d0eb09_fk_files_file_id FOREIGN KEY (file_id) REFERENCES public.files_file(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.late_payments_latepayment
    ADD CONSTRAINT late_payments_latepa_organisation_id_2e1b1ca0_fk_organisat FOREIGN KEY (organisation_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.late_payments_latepayment
    ADD CONSTRAINT late_payments_latepa_written_by_id_cf8e5957_fk_accounts_ FOREIGN KEY (written_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.late_payments_partpayment
    ADD CONSTRAINT late_payments_partpa_late_payment_id_a7c7e839_fk_late_paym FOREIGN KEY (late_payment_id) REFERENCES public.late_payments_latepayment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.messaging_dailycount
    ADD CONSTRAINT messaging_dailycount_person_id_2cca1a39_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.messaging_notificationchoice
    ADD CONSTRAINT messaging_notificati_person_id_7fe46ba0_fk_accounts_ FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.messaging_notification
    ADD CONSTRAINT messaging_notification_person_id_15e9924e_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.messaging_sentmessage
    ADD CONSTRAINT messaging_sentmessage_person_id_c3994936_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.messaging_shortlink
    ADD CONSTRAINT messaging_shortlink_person_id_7669f936_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_accounts_person_id FOREIGN KEY (user_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.needs_need
    ADD CONSTRAINT needs_need_unit_id_d6f8ef04_fk_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.needs_needconcept
    ADD CONSTRAINT needs_needconcept_concept_id_b5cc3e7f_fk_vocabulary_concept_id FOREIGN KEY (concept_id) REFERENCES public.vocabulary_concept(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.needs_needconcept
    ADD CONSTRAINT needs_needconcept_need_id_f2d59e61_fk_needs_need_id FOREIGN KEY (need_id) REFERENCES public.needs_need(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.opportunities_opportunity_clusters
    ADD CONSTRAINT opportunities_opport_cluster_id_97d83053_fk_clusters_ FOREIGN KEY (cluster_id) REFERENCES public.clusters_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.opportunities_opportunityconcept
    ADD CONSTRAINT opportunities_opport_concept_id_54d19045_fk_vocabular FOREIGN KEY (concept_id) REFERENCES public.vocabulary_concept(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.opportunities_opportunitylink
    ADD CONSTRAINT opportunities_opport_earlier_id_9d75d585_fk_opportuni FOREIGN KEY (earlier_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.opportunities_opportunitylink
    ADD CONSTRAINT opportunities_opport_later_id_eaa70c6d_fk_opportuni FOREIGN KEY (later_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.opportunities_opportunity_clusters
    ADD CONSTRAINT opportunities_opport_opportunity_id_7ca44921_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.opportunities_opportunityconcept
    ADD CONSTRAINT opportunities_opport_opportunity_id_a58f394d_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.opportunities_opportunity
    ADD CONSTRAINT opportunities_opport_unit_id_45ead11d_fk_organisat FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.opportunities_opportunity
    ADD CONSTRAINT opportunities_opportunity_need_id_8fbd4cda_fk_needs_need_id FOREIGN KEY (need_id) REFERENCES public.needs_need(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.opportunities_source
    ADD CONSTRAINT opportunities_source_opportunity_id_e0d71273_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organisations_buyer
    ADD CONSTRAINT organisations_buyer_unit_id_0be54dfc_fk_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organisations_capabilitywords
    ADD CONSTRAINT organisations_capabi_unit_id_8054b241_fk_organisat FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organisations_invitation
    ADD CONSTRAINT organisations_invita_invited_by_id_766b39b8_fk_accounts_ FOREIGN KEY (invited_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organisations_invitation
    ADD CONSTRAINT organisations_invita_organisation_id_438a835d_fk_organisat FOREIGN KEY (organisation_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organisations_invitation
    ADD CONSTRAINT organisations_invita_person_id_39c1d3f0_fk_accounts_ FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organisations_membership
    ADD CONSTRAINT organisations_member_organisation_id_716d02c4_fk_organisat FOREIGN KEY (organisation_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organisations_membership
    ADD CONSTRAINT organisations_member_person_id_59946b32_fk_accounts_ FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organisations_organisation
    ADD CONSTRAINT organisations_organi_registered_by_id_c10e734c_fk_accounts_ FOREIGN KEY (registered_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organisations_organisation
    ADD CONSTRAINT organisations_organi_wallet_id_bfb07940_fk_wallet_wa FOREIGN KEY (wallet_id) REFERENCES public.wallet_wallet(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organisations_unit
    ADD CONSTRAINT organisations_unit_organisation_id_05d88b02_fk_organisat FOREIGN KEY (organisation_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organisations_unitconcept
    ADD CONSTRAINT organisations_unitco_concept_id_21fc3868_fk_vocabular FOREIGN KEY (concept_id) REFERENCES public.vocabulary_concept(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organisations_unitconcept
    ADD CONSTRAINT organisations_unitco_unit_id_abb9ba55_fk_organisat FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organisations_yearlycheckin
    ADD CONSTRAINT organisations_yearly_organisation_id_3e6a06ab_fk_organisat FOREIGN KEY (organisation_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organisations_yearlycheckin
    ADD CONSTRAINT organisations_yearly_said_by_id_8b532581_fk_accounts_ FOREIGN KEY (said_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_closingword
    ADD CONSTRAINT outcomes_closingword_party_id_84eb716a_fk_engagements_party_id FOREIGN KEY (party_id) REFERENCES public.engagements_party(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_measure
    ADD CONSTRAINT outcomes_measure_confirmed_by_id_517fbc01_fk_engagemen FOREIGN KEY (confirmed_by_id) REFERENCES public.engagements_party(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_measure
    ADD CONSTRAINT outcomes_measure_engagement_id_5be6dc19_fk_engagemen FOREIGN KEY (engagement_id) REFERENCES public.engagements_engagement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_measure
    ADD CONSTRAINT outcomes_measure_evidence_id_c24ef84e_fk_files_file_id FOREIGN KEY (evidence_id) REFERENCES public.files_file(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outcomes_measure
    ADD CONSTRAINT outcomes_measure_said_by_id_a25ef966_fk_engagements_party_id FOREIGN KEY (said_by_id) REFERENCES public.engagements_party(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);
ALTER TABLE ONLY public.purchase_plans_filingreminder
    ADD CONSTRAINT purchase_plans_filin_organisation_id_80431fea_fk_organisat FOREIGN KEY (organisation_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.purchase_plans_filingreminder
    ADD CONSTRAINT purchase_plans_filin_sent_by_id_2400cef0_fk_accounts_ FOREIGN KEY (sent_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.purchase_plans_plandetail
    ADD CONSTRAINT purchase_plans_pland_filed_by_id_949d1bb5_fk_organisat FOREIGN KEY (filed_by_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.purchase_plans_plandetail
    ADD CONSTRAINT purchase_plans_pland_opportunity_id_9f499214_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.purchase_plans_purchase
    ADD CONSTRAINT purchase_plans_purch_organisation_id_b4966d7c_fk_organisat FOREIGN KEY (organisation_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reviews_reviewanswer
    ADD CONSTRAINT reviews_reviewanswer_entry_id_6553f36a_fk_reviews_r FOREIGN KEY (entry_id) REFERENCES public.reviews_reviewentry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reviews_reviewanswer
    ADD CONSTRAINT reviews_reviewanswer_said_by_id_dfe3cc3a_fk_accounts_person_id FOREIGN KEY (said_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reviews_reviewentry
    ADD CONSTRAINT reviews_reviewentry_corrects_id_9403d1a1_fk_reviews_r FOREIGN KEY (corrects_id) REFERENCES public.reviews_reviewentry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reviews_reviewentry
    ADD CONSTRAINT reviews_reviewentry_organisation_id_a1108782_fk_organisat FOREIGN KEY (organisation_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reviews_reviewentry
    ADD CONSTRAINT reviews_reviewentry_written_by_id_f15f149e_fk_accounts_ FOREIGN KEY (written_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.rules_reserveditem
    ADD CONSTRAINT rules_reserveditem_brought_by_id_1d75d890_fk_imports_import_id FOREIGN KEY (brought_by_id) REFERENCES public.imports_import(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.rules_reserveditem_concepts
    ADD CONSTRAINT rules_reserveditem_c_concept_id_1cb10eed_fk_vocabular FOREIGN KEY (concept_id) REFERENCES public.vocabulary_concept(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.rules_reserveditem_concepts
    ADD CONSTRAINT rules_reserveditem_c_reserveditem_id_e5157655_fk_rules_res FOREIGN KEY (reserveditem_id) REFERENCES public.rules_reserveditem(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.rules_reserveditem
    ADD CONSTRAINT rules_reserveditem_reserved_list_id_2c1fc786_fk_rules_res FOREIGN KEY (reserved_list_id) REFERENCES public.rules_reservedlist(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.rules_rule
    ADD CONSTRAINT rules_rule_opportunity_id_04f91490_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.schemes_scheme
    ADD CONSTRAINT schemes_scheme_in_force_id_41b325e4_fk_schemes_schemeversion_id FOREIGN KEY (in_force_id) REFERENCES public.schemes_schemeversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.schemes_scheme
    ADD CONSTRAINT schemes_scheme_opportunity_id_fbc159d3_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.schemes_schemeanswers
    ADD CONSTRAINT schemes_schemeanswer_owners_kept_by_id_5bc1ae21_fk_accounts_ FOREIGN KEY (owners_kept_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.schemes_schemeanswers
    ADD CONSTRAINT schemes_schemeanswers_unit_id_88949559_fk_organisations_unit_id FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.schemes_schemefigure
    ADD CONSTRAINT schemes_schemefigure_version_id_2cade36d_fk_schemes_s FOREIGN KEY (version_id) REFERENCES public.schemes_schemeversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.schemes_schemerule
    ADD CONSTRAINT schemes_schemerule_version_id_6f8cbb44_fk_schemes_s FOREIGN KEY (version_id) REFERENCES public.schemes_schemeversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.schemes_schemetext
    ADD CONSTRAINT schemes_schemetext_version_id_fad05a60_fk_schemes_s FOREIGN KEY (version_id) REFERENCES public.schemes_schemeversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.schemes_schemeversion
    ADD CONSTRAINT schemes_schemeversio_published_by_id_d0e6ced1_fk_accounts_ FOREIGN KEY (published_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.schemes_schemeversion
    ADD CONSTRAINT schemes_schemeversio_replaced_by_id_afaafc21_fk_schemes_s FOREIGN KEY (replaced_by_id) REFERENCES public.schemes_schemeversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.schemes_schemeversion
    ADD CONSTRAINT schemes_schemeversio_scheme_id_a609c217_fk_schemes_s FOREIGN KEY (scheme_id) REFERENCES public.schemes_scheme(opportunity_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_allocationround
    ADD CONSTRAINT student_projects_all_organisation_id_ea574f77_fk_organisat FOREIGN KEY (organisation_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_callitem
    ADD CONSTRAINT student_projects_cal_engagement_id_1dd22e7b_fk_engagemen FOREIGN KEY (engagement_id) REFERENCES public.engagements_engagement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_callitem
    ADD CONSTRAINT student_projects_cal_opportunity_id_36f73aeb_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_callitem
    ADD CONSTRAINT student_projects_cal_settled_by_id_eb252ffc_fk_accounts_ FOREIGN KEY (settled_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_collegeoffer
    ADD CONSTRAINT student_projects_col_department_id_24c17b19_fk_student_p FOREIGN KEY (department_id) REFERENCES public.student_projects_department(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_collegeoffer
    ADD CONSTRAINT student_projects_col_faculty_id_43979f84_fk_student_p FOREIGN KEY (faculty_id) REFERENCES public.student_projects_facultymember(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_collegeoffer
    ADD CONSTRAINT student_projects_col_opportunity_id_112edd75_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_course
    ADD CONSTRAINT student_projects_cou_department_id_d4379278_fk_student_p FOREIGN KEY (department_id) REFERENCES public.student_projects_department(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_course
    ADD CONSTRAINT student_projects_cou_rule_id_f137d4b4_fk_student_p FOREIGN KEY (rule_id) REFERENCES public.student_projects_creditrule(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_creditrule
    ADD CONSTRAINT student_projects_cre_organisation_id_7739c133_fk_organisat FOREIGN KEY (organisation_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_deliverable
    ADD CONSTRAINT student_projects_del_engagement_id_4eafc948_fk_engagemen FOREIGN KEY (engagement_id) REFERENCES public.engagements_engagement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_deliverable
    ADD CONSTRAINT student_projects_del_handed_by_id_452b18e7_fk_accounts_ FOREIGN KEY (handed_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_deliverable
    ADD CONSTRAINT student_projects_deliverable_file_id_1005275f_fk_files_file_id FOREIGN KEY (file_id) REFERENCES public.files_file(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_department_subjects
    ADD CONSTRAINT student_projects_dep_concept_id_a4366f28_fk_vocabular FOREIGN KEY (concept_id) REFERENCES public.vocabulary_concept(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_department_subjects
    ADD CONSTRAINT student_projects_dep_department_id_b13a894e_fk_student_p FOREIGN KEY (department_id) REFERENCES public.student_projects_department(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_department
    ADD CONSTRAINT student_projects_dep_unit_id_375809d6_fk_organisat FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_evaluation
    ADD CONSTRAINT student_projects_eva_engagement_id_65be6b1a_fk_engagemen FOREIGN KEY (engagement_id) REFERENCES public.engagements_engagement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_evaluation
    ADD CONSTRAINT student_projects_eva_student_id_f38eccb0_fk_student_p FOREIGN KEY (student_id) REFERENCES public.student_projects_student(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_facultymember_subjects
    ADD CONSTRAINT student_projects_fac_concept_id_d0100c53_fk_vocabular FOREIGN KEY (concept_id) REFERENCES public.vocabulary_concept(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_facultymember
    ADD CONSTRAINT student_projects_fac_department_id_f32396a9_fk_student_p FOREIGN KEY (department_id) REFERENCES public.student_projects_department(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_facultymember_subjects
    ADD CONSTRAINT student_projects_fac_facultymember_id_eda32d77_fk_student_p FOREIGN KEY (facultymember_id) REFERENCES public.student_projects_facultymember(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_facultymember
    ADD CONSTRAINT student_projects_fac_person_id_e7cfdf8e_fk_accounts_ FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_feereport
    ADD CONSTRAINT student_projects_fee_opportunity_id_025fcfd5_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_feereport
    ADD CONSTRAINT student_projects_fee_reporter_id_64253300_fk_accounts_ FOREIGN KEY (reporter_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_feereport
    ADD CONSTRAINT student_projects_fee_settled_by_id_5dcc0faf_fk_accounts_ FOREIGN KEY (settled_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_logcomment
    ADD CONSTRAINT student_projects_log_log_id_63a26284_fk_student_p FOREIGN KEY (log_id) REFERENCES public.student_projects_weeklog(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_logcomment
    ADD CONSTRAINT student_projects_log_person_id_4a226296_fk_accounts_ FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_midreview
    ADD CONSTRAINT student_projects_mid_engagement_id_18cccb5e_fk_engagemen FOREIGN KEY (engagement_id) REFERENCES public.engagements_engagement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_projectcertificate
    ADD CONSTRAINT student_projects_pro_certificate_id_8f0355ed_fk_certifica FOREIGN KEY (certificate_id) REFERENCES public.certificates_certificate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_projectcertificate
    ADD CONSTRAINT student_projects_pro_engagement_id_78edb6ab_fk_engagemen FOREIGN KEY (engagement_id) REFERENCES public.engagements_engagement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_projectwork
    ADD CONSTRAINT student_projects_pro_engagement_id_e1941773_fk_engagemen FOREIGN KEY (engagement_id) REFERENCES public.engagements_engagement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_projectbrief
    ADD CONSTRAINT student_projects_pro_opportunity_id_ba2c878a_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_projectcertificate
    ADD CONSTRAINT student_projects_pro_student_id_0800f8c0_fk_student_p FOREIGN KEY (student_id) REFERENCES public.student_projects_student(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_projectwork
    ADD CONSTRAINT student_projects_pro_supervisor_id_61b88a8c_fk_student_p FOREIGN KEY (supervisor_id) REFERENCES public.student_projects_facultymember(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_projectwork
    ADD CONSTRAINT student_projects_pro_team_id_a1a11a5d_fk_student_p FOREIGN KEY (team_id) REFERENCES public.student_projects_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_roundunit
    ADD CONSTRAINT student_projects_rou_agreed_by_id_e1f82816_fk_accounts_ FOREIGN KEY (agreed_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_roundteam
    ADD CONSTRAINT student_projects_rou_engagement_id_a28fda81_fk_engagemen FOREIGN KEY (engagement_id) REFERENCES public.engagements_engagement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_roundteam
    ADD CONSTRAINT student_projects_rou_entered_by_id_e64994ef_fk_accounts_ FOREIGN KEY (entered_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_roundproject
    ADD CONSTRAINT student_projects_rou_opportunity_id_9f88cecf_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_roundteam
    ADD CONSTRAINT student_projects_rou_project_id_d2c6dfe1_fk_student_p FOREIGN KEY (project_id) REFERENCES public.student_projects_roundproject(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_roundunit
    ADD CONSTRAINT student_projects_rou_round_id_17e969a3_fk_student_p FOREIGN KEY (round_id) REFERENCES public.student_projects_allocationround(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_roundproject
    ADD CONSTRAINT student_projects_rou_round_id_82294047_fk_student_p FOREIGN KEY (round_id) REFERENCES public.student_projects_allocationround(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_roundteam
    ADD CONSTRAINT student_projects_rou_round_id_a87dccdf_fk_student_p FOREIGN KEY (round_id) REFERENCES public.student_projects_allocationround(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_roundteam
    ADD CONSTRAINT student_projects_rou_team_id_e0a4b1b9_fk_student_p FOREIGN KEY (team_id) REFERENCES public.student_projects_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_roundunit
    ADD CONSTRAINT student_projects_rou_unit_id_025fe216_fk_organisat FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_stillinuse
    ADD CONSTRAINT student_projects_sti_engagement_id_1f1d0ccb_fk_engagemen FOREIGN KEY (engagement_id) REFERENCES public.engagements_engagement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_student
    ADD CONSTRAINT student_projects_stu_course_id_dfce7f10_fk_student_p FOREIGN KEY (course_id) REFERENCES public.student_projects_course(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_student
    ADD CONSTRAINT student_projects_stu_guardian_checked_by__0bcda5f2_fk_accounts_ FOREIGN KEY (guardian_checked_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_student
    ADD CONSTRAINT student_projects_stu_guardian_id_aca1bcc5_fk_accounts_ FOREIGN KEY (guardian_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_student
    ADD CONSTRAINT student_projects_stu_organisation_id_6a513ff3_fk_organisat FOREIGN KEY (organisation_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_student
    ADD CONSTRAINT student_projects_stu_person_id_12a7c642_fk_accounts_ FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_team
    ADD CONSTRAINT student_projects_tea_course_id_49b48234_fk_student_p FOREIGN KEY (course_id) REFERENCES public.student_projects_course(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_teamwish
    ADD CONSTRAINT student_projects_tea_project_id_87f12daf_fk_student_p FOREIGN KEY (project_id) REFERENCES public.student_projects_roundproject(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_teammember
    ADD CONSTRAINT student_projects_tea_student_id_8f68e194_fk_student_p FOREIGN KEY (student_id) REFERENCES public.student_projects_student(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_team
    ADD CONSTRAINT student_projects_tea_supervisor_id_d805892e_fk_student_p FOREIGN KEY (supervisor_id) REFERENCES public.student_projects_facultymember(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_teammember
    ADD CONSTRAINT student_projects_tea_team_id_0d5f2d5c_fk_student_p FOREIGN KEY (team_id) REFERENCES public.student_projects_team(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_teamwish
    ADD CONSTRAINT student_projects_tea_team_id_cafdb089_fk_student_p FOREIGN KEY (team_id) REFERENCES public.student_projects_roundteam(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_terms
    ADD CONSTRAINT student_projects_ter_engagement_id_7db15bc3_fk_engagemen FOREIGN KEY (engagement_id) REFERENCES public.engagements_engagement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_unitrank
    ADD CONSTRAINT student_projects_uni_project_id_d92e2800_fk_student_p FOREIGN KEY (project_id) REFERENCES public.student_projects_roundproject(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_unitrank
    ADD CONSTRAINT student_projects_uni_team_id_94a60776_fk_student_p FOREIGN KEY (team_id) REFERENCES public.student_projects_roundteam(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_weeklog
    ADD CONSTRAINT student_projects_wee_engagement_id_0dede71c_fk_engagemen FOREIGN KEY (engagement_id) REFERENCES public.engagements_engagement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_weeklog
    ADD CONSTRAINT student_projects_wee_student_id_4633b5e8_fk_student_p FOREIGN KEY (student_id) REFERENCES public.student_projects_student(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_widening
    ADD CONSTRAINT student_projects_wid_opportunity_id_d5549cd7_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.student_projects_wrongnumber
    ADD CONSTRAINT student_projects_wro_student_id_f93c4079_fk_student_p FOREIGN KEY (student_id) REFERENCES public.student_projects_student(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.targeted_notices_noticetext
    ADD CONSTRAINT targeted_notices_not_notice_id_af55772f_fk_targeted_ FOREIGN KEY (notice_id) REFERENCES public.targeted_notices_notice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.targeted_notices_notice
    ADD CONSTRAINT targeted_notices_not_opportunity_id_8472c23a_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.targeted_notices_notice
    ADD CONSTRAINT targeted_notices_not_organisation_id_976b03be_fk_organisat FOREIGN KEY (organisation_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.targeted_notices_notice
    ADD CONSTRAINT targeted_notices_not_sent_by_id_cc5306eb_fk_accounts_ FOREIGN KEY (sent_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.targeted_notices_notice
    ADD CONSTRAINT targeted_notices_not_written_by_id_12e31d07_fk_accounts_ FOREIGN KEY (written_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.targeted_notices_office
    ADD CONSTRAINT targeted_notices_off_organisation_id_39cac4e6_fk_organisat FOREIGN KEY (organisation_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.targeted_notices_ownersfound
    ADD CONSTRAINT targeted_notices_own_agreed_by_id_b5f69ea5_fk_accounts_ FOREIGN KEY (agreed_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.targeted_notices_ownersfound
    ADD CONSTRAINT targeted_notices_own_organisation_id_17fad286_fk_organisat FOREIGN KEY (organisation_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.targeted_notices_receiver
    ADD CONSTRAINT targeted_notices_rec_notice_id_6a59b638_fk_targeted_ FOREIGN KEY (notice_id) REFERENCES public.targeted_notices_notice(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.targeted_notices_receiver
    ADD CONSTRAINT targeted_notices_rec_person_id_d4d35f92_fk_accounts_ FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.targeted_notices_receiver
    ADD CONSTRAINT targeted_notices_rec_unit_id_a949b303_fk_organisat FOREIGN KEY (unit_id) REFERENCES public.organisations_unit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.targeted_notices_silence
    ADD CONSTRAINT targeted_notices_sil_office_id_53eaa31c_fk_organisat FOREIGN KEY (office_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.targeted_notices_silence
    ADD CONSTRAINT targeted_notices_sil_organisation_id_a1a46492_fk_organisat FOREIGN KEY (organisation_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.targeted_notices_silence
    ADD CONSTRAINT targeted_notices_sil_said_by_id_4f557a3f_fk_accounts_ FOREIGN KEY (said_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.targeted_notices_toldgroup
    ADD CONSTRAINT targeted_notices_tol_organisation_id_d6682f70_fk_organisat FOREIGN KEY (organisation_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.tenders_corrigendum
    ADD CONSTRAINT tenders_corrigendum_tender_id_d9332d32_fk_tenders_t FOREIGN KEY (tender_id) REFERENCES public.tenders_tenderdetail(opportunity_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.tenders_tenderdetail
    ADD CONSTRAINT tenders_tenderdetail_brought_by_id_2da35976_fk_imports_i FOREIGN KEY (brought_by_id) REFERENCES public.imports_import(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.tenders_tenderdetail
    ADD CONSTRAINT tenders_tenderdetail_opportunity_id_9c2bae88_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.threads_participant
    ADD CONSTRAINT threads_participant_person_id_a6a3bf2c_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.threads_participant
    ADD CONSTRAINT threads_participant_thread_id_951832bd_fk_threads_thread_id FOREIGN KEY (thread_id) REFERENCES public.threads_thread(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.threads_post
    ADD CONSTRAINT threads_post_author_id_a6564fc2_fk_accounts_person_id FOREIGN KEY (author_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.threads_post
    ADD CONSTRAINT threads_post_file_id_1ad4e27d_fk_files_file_id FOREIGN KEY (file_id) REFERENCES public.files_file(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.threads_post
    ADD CONSTRAINT threads_post_thread_id_67f18311_fk_threads_thread_id FOREIGN KEY (thread_id) REFERENCES public.threads_thread(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.trainings_attendance
    ADD CONSTRAINT trainings_attendance_attendee_id_716babf8_fk_trainings FOREIGN KEY (attendee_id) REFERENCES public.trainings_attendee(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.trainings_attendance
    ADD CONSTRAINT trainings_attendance_marked_by_id_27a549d9_fk_accounts_ FOREIGN KEY (marked_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.trainings_attendance
    ADD CONSTRAINT trainings_attendance_session_id_cc50f324_fk_trainings FOREIGN KEY (session_id) REFERENCES public.trainings_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.trainings_attendee
    ADD CONSTRAINT trainings_attendee_certificate_id_f6dce29c_fk_certifica FOREIGN KEY (certificate_id) REFERENCES public.certificates_certificate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.trainings_attendee
    ADD CONSTRAINT trainings_attendee_engagement_id_05cbf48b_fk_engagemen FOREIGN KEY (engagement_id) REFERENCES public.engagements_engagement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.trainings_attendee
    ADD CONSTRAINT trainings_attendee_person_id_65ad3cd5_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.trainings_session
    ADD CONSTRAINT trainings_session_training_id_82eefcb9_fk_trainings FOREIGN KEY (training_id) REFERENCES public.trainings_trainingdetail(opportunity_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.trainings_trainingdetail
    ADD CONSTRAINT trainings_trainingde_opportunity_id_4301f159_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.trainings_wishanswer
    ADD CONSTRAINT trainings_wishanswer_engagement_id_3dbd0279_fk_engagemen FOREIGN KEY (engagement_id) REFERENCES public.engagements_engagement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.trainings_wishdetail
    ADD CONSTRAINT trainings_wishdetail_opportunity_id_38142576_fk_opportuni FOREIGN KEY (opportunity_id) REFERENCES public.opportunities_opportunity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.verification_case
    ADD CONSTRAINT verification_case_claimed_by_id_b2dcde46_fk_accounts_person_id FOREIGN KEY (claimed_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.verification_case
    ADD CONSTRAINT verification_case_decided_by_id_30f92884_fk_accounts_person_id FOREIGN KEY (decided_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.verification_case
    ADD CONSTRAINT verification_case_identifier_id_cdca88e5_fk_verificat FOREIGN KEY (identifier_id) REFERENCES public.verification_identifier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.verification_case
    ADD CONSTRAINT verification_case_organisation_id_3849773e_fk_organisat FOREIGN KEY (organisation_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.verification_case
    ADD CONSTRAINT verification_case_reason_id_c4e7eb95_fk_verificat FOREIGN KEY (reason_id) REFERENCES public.verification_cannedreason(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.verification_decision
    ADD CONSTRAINT verification_decisio_institution_id_8cf66e88_fk_organisat FOREIGN KEY (institution_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.verification_decision
    ADD CONSTRAINT verification_decisio_reason_id_74cb2401_fk_verificat FOREIGN KEY (reason_id) REFERENCES public.verification_cannedreason(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.verification_decision
    ADD CONSTRAINT verification_decision_by_id_beff4673_fk_accounts_person_id FOREIGN KEY (by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.verification_decision
    ADD CONSTRAINT verification_decision_case_id_0761c82d_fk_verification_case_id FOREIGN KEY (case_id) REFERENCES public.verification_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.verification_identifier
    ADD CONSTRAINT verification_identif_organisation_id_32766fbc_fk_organisat FOREIGN KEY (organisation_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.verification_identifier
    ADD CONSTRAINT verification_identif_stated_by_id_398e2ebe_fk_accounts_ FOREIGN KEY (stated_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.verification_identifier
    ADD CONSTRAINT verification_identif_verified_by_id_767d4ed4_fk_accounts_ FOREIGN KEY (verified_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.verification_identifier
    ADD CONSTRAINT verification_identif_verified_for_id_1243474e_fk_organisat FOREIGN KEY (verified_for_id) REFERENCES public.organisations_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.verification_identifier
    ADD CONSTRAINT verification_identifier_evidence_id_2284905e_fk_files_file_id FOREIGN KEY (evidence_id) REFERENCES public.files_file(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vocabulary_concept
    ADD CONSTRAINT vocabulary_concept_group_id_ef8a438c_fk_vocabulary_concept_id FOREIGN KEY (group_id) REFERENCES public.vocabulary_concept(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vocabulary_conceptcode
    ADD CONSTRAINT vocabulary_conceptco_concept_id_926b72c4_fk_vocabular FOREIGN KEY (concept_id) REFERENCES public.vocabulary_concept(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vocabulary_conceptname
    ADD CONSTRAINT vocabulary_conceptna_concept_id_705c76d4_fk_vocabular FOREIGN KEY (concept_id) REFERENCES public.vocabulary_concept(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vocabulary_relation
    ADD CONSTRAINT vocabulary_relation_concept_id_9ab41052_fk_vocabular FOREIGN KEY (concept_id) REFERENCES public.vocabulary_concept(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vocabulary_relation
    ADD CONSTRAINT vocabulary_relation_other_id_4df57fc1_fk_vocabulary_concept_id FOREIGN KEY (other_id) REFERENCES public.vocabulary_concept(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vocabulary_unknownword
    ADD CONSTRAINT vocabulary_unknownwo_concept_id_b6c6dab4_fk_vocabular FOREIGN KEY (concept_id) REFERENCES public.vocabulary_concept(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vocabulary_unknownwordday
    ADD CONSTRAINT vocabulary_unknownwo_word_id_2746ae02_fk_vocabular FOREIGN KEY (word_id) REFERENCES public.vocabulary_unknownword(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.vocabulary_unknownwordteller
    ADD CONSTRAINT vocabulary_unknownwo_word_id_32912048_fk_vocabular FOREIGN KEY (word_id) REFERENCES public.vocabulary_unknownword(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wallet_dossier
    ADD CONSTRAINT wallet_dossier_made_by_id_bc8a50c4_fk_accounts_person_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wallet_dossier
    ADD CONSTRAINT wallet_dossier_wallet_id_ef025e81_fk_wallet_wallet_id FOREIGN KEY (wallet_id) REFERENCES public.wallet_wallet(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wallet_dossierpaper
    ADD CONSTRAINT wallet_dossierpaper_dossier_id_0690c238_fk_wallet_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.wallet_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wallet_dossierpaper
    ADD CONSTRAINT wallet_dossierpaper_paper_id_8305aeb1_fk_wallet_paper_id FOREIGN KEY (paper_id) REFERENCES public.wallet_paper(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wallet_grant
    ADD CONSTRAINT wallet_grant_dossier_id_f821223f_fk_wallet_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.wallet_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wallet_grant
    ADD CONSTRAINT wallet_grant_given_by_id_3b3b6af0_fk_accounts_person_id FOREIGN KEY (given_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wallet_grant
    ADD CONSTRAINT wallet_grant_withdrawn_by_id_5f0aa91d_fk_accounts_person_id FOREIGN KEY (withdrawn_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wallet_helper
    ADD CONSTRAINT wallet_helper_asked_by_id_c9ab723c_fk_accounts_person_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wallet_helper
    ADD CONSTRAINT wallet_helper_person_id_a2ca7115_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wallet_helper
    ADD CONSTRAINT wallet_helper_wallet_id_010eba4c_fk_wallet_wallet_id FOREIGN KEY (wallet_id) REFERENCES public.wallet_wallet(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wallet_look
    ADD CONSTRAINT wallet_look_grant_id_2934d8a2_fk_wallet_grant_id FOREIGN KEY (grant_id) REFERENCES public.wallet_grant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wallet_look
    ADD CONSTRAINT wallet_look_helper_id_9d9eb525_fk_wallet_helper_id FOREIGN KEY (helper_id) REFERENCES public.wallet_helper(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wallet_look
    ADD CONSTRAINT wallet_look_paper_id_692e789f_fk_wallet_paper_id FOREIGN KEY (paper_id) REFERENCES public.wallet_paper(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wallet_look
    ADD CONSTRAINT wallet_look_person_id_a35e56ae_fk_accounts_person_id FOREIGN KEY (person_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wallet_paper
    ADD CONSTRAINT wallet_paper_added_by_id_efcd708a_fk_accounts_person_id FOREIGN KEY (added_by_id) REFERENCES public.accounts_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wallet_paper
    ADD CONSTRAINT wallet_paper_file_id_5787d3ce_fk_files_file_id FOREIGN KEY (file_id) REFERENCES public.files_file(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wallet_paper
    ADD CONSTRAINT wallet_paper_replaced_by_id_d55b6978_fk_wallet_paper_id FOREIGN KEY (replaced_by_id) REFERENCES public.wallet_paper(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wallet_paper
    ADD CONSTRAINT wallet_paper_wallet_id_9aa4b116_fk_wallet_wallet_id FOREIGN KEY (wallet_id) REFERENCES public.wallet_wallet(id) DEFERRABLE INITIALLY DEFERRED;
INSERT INTO public.django_migrations (app, name, applied) VALUES
('contenttypes', '0001_initial', now()),
('contenttypes', '0002_remove_content_type_name', now()),
('auth', '0001_initial', now()),
('auth', '0002_alter_permission_name_max_length', now()),
('auth', '0003_alter_user_email_max_length', now()),
('auth', '0004_alter_user_username_opts', now()),
('auth', '0005_alter_user_last_login_null', now()),
('auth', '0006_require_contenttypes_0002', now()),
('auth', '0007_alter_validators_add_error_messages', now()),
('auth', '0008_alter_user_username_max_length', now()),
('auth', '0009_alter_user_last_name_max_length', now()),
('auth', '0010_alter_group_name_max_length', now()),
('auth', '0011_update_proxy_permissions', now()),
('auth', '0012_alter_user_first_name_max_length', now()),
('accounts', '0001_initial', now()),
('account', '0001_initial', now()),
('account', '0002_email_max_length', now()),
('account', '0003_alter_emailaddress_create_unique_verified_email', now()),
('account', '0004_alter_emailaddress_drop_unique_email', now()),
('account', '0005_emailaddress_idx_upper_email', now()),
('account', '0006_emailaddress_lower', now()),
('account', '0007_emailaddress_idx_email', now()),
('account', '0008_emailaddress_unique_primary_email_fixup', now()),
('account', '0009_emailaddress_unique_primary_email', now()),
('accounts', '0002_cache_table', now()),
('accounts', '0003_student_consents', now()),
('accounts', '0004_owners_for_schemes', now()),
('accounts', '0005_owners_for_notices', now()),
('accounts', '0006_owners_for_help', now()),
('files', '0001_initial', now()),
('files', '0002_pages_drawn', now()),
('wallet', '0001_wallet', now()),
('vocabulary', '0001_initial', now()),
('organisations', '0001_initial', now()),
('organisations', '0002_buyer', now()),
('organisations', '0003_closed', now()),
('organisations', '0004_wallet', now()),
('needs', '0001_initial', now()),
('clusters', '0001_initial', now()),
('opportunities', '0001_initial', now()),
('opportunities', '0002_value_and_words', now()),
('needs', '0002_corrections', now()),
('clusters', '0002_shown_kinds', now()),
('opportunities', '0003_one_open_for_a_need', now()),
('opportunities', '0004_led_to', now()),
('threads', '0001_initial', now()),
('engagements', '0001_initial', now()),
('engagements', '0002_initial', now()),
('engagements', '0003_need', now()),
('advice', '0001_advice', now()),
('advice', '0002_whom_it_reaches', now()),
('advice', '0003_owners', now()),
('alerts', '0001_initial', now()),
('alerts', '0002_saved_searches', now()),
('alerts', '0003_by_hand_and_real_use', now()),
('alerts', '0004_what_a_unit_reacted_to', now()),
('calendars', '0001_initial', now()),
('catalogue', '0001_initial', now()),
('certificates', '0001_initial', now()),
('drafts', '0001_initial', now()),
('events', '0001_initial', now()),
('finance', '0001_initial', now()),
('finance', '0002_applications', now()),
('finance', '0003_board', now()),
('finance', '0004_book_of_here', now()),
('finance', '0005_lender_of_application', now()),
('imports', '0001_initial', now()),
('imports', '0002_origin', now()),
('imports', '0003_subject', now()),
('imports', '0004_count_anew', now()),
('jobs', '0001_initial', now()),
('late_payments', '0001_late_payments', now()),
('messaging', '0001_initial', now()),
('messaging', '0002_asked', now()),
('messaging', '0003_gateway_health', now()),
('messaging', '0004_rejected', now()),
('messaging', '0005_notices', now()),
('mfa', '0001_initial', now()),
('mfa', '0002_authenticator_timestamps', now()),
('mfa', '0003_authenticator_type_uniq', now()),
('needs', '0003_profile_source', now()),
('opportunities', '0005_words_index', now()),
('outcomes', '0001_initial', now()),
('procrastinate', '0001_initial', now()),
('procrastinate', '0002_drop_started_at_column', now()),
('procrastinate', '0003_drop_started_at_column', now()),
('procrastinate', '0004_drop_procrastinate_version_table', now()),
('procrastinate', '0005_fix_procrastinate_fetch_job', now()),
('procrastinate', '0006_fix_trigger_status_events_insert', now()),
('procrastinate', '0007_add_queueing_lock_column', now()),
('procrastinate', '0008_close_fetch_job_race_condition', now()),
('procrastinate', '0009_add_defer_job_function', now()),
('procrastinate', '0010_add_procrastinate_periodic_defers', now()),
('procrastinate', '0011_add_foreign_key_index', now()),
('procrastinate', '0012_add_locks_to_periodic_defer', now()),
('procrastinate', '0013_fix_procrastinate_defer_periodic_job', now()),
('procrastinate', '0014_add_finish_job_and_retry_job_functions', now()),
('procrastinate', '0015_add_trigger_on_job_deletion', now()),
('procrastinate', '0016_delete_finished_jobs', now()),
('procrastinate', '0017_add_checks_to_finish_job', now()),
('procrastinate', '0018_add_checks_to_retry_job', now()),
('procrastinate', '0019_fix_finish_job_compat_issue', now()),
('procrastinate', '0020_add_index_on_procrastinate_jobs', now()),
('procrastinate', '0021_add_kwargs_to_defer_periodic_job', now()),
('procrastinate', '0022_null_locks_excluded', now()),
('procrastinate', '0023_remove_old_finish_job_function', now()),
('procrastinate', '0024_job_id_bigint', now()),
('procrastinate', '0025_add_models', now()),
('procrastinate', '0026_add_job_priority', now()),
('procrastinate', '0027_add_periodic_job_priority', now()),
('procrastinate', '0028_add_cancel_states', now()),
('procrastinate', '0029_add_additional_params_to_retry_job', now()),
('procrastinate', '0030_alter_procrastinateevent_options', now()),
('procrastinate', '0031_add_indexes_for_fetch_job', now()),
('procrastinate', '0032_pre_cancel_notification', now()),
('procrastinate', '0033_post_cancel_notification', now()),
('procrastinate', '0034_pre_add_heartbeat', now()),
('procrastinate', '0035_post_add_heartbeat', now()),
('procrastinate', '0036_add_worker_model', now()),
('procrastinate', '0037_pre_batch_defer_jobs', now()),
('procrastinate', '0038_post_batch_defer_jobs', now()),
('procrastinate', '0039_pre_priority_lock_fetch_job', now()),
('procrastinate', '0040_pre_retry_failed_job', now()),
('procrastinate', '0041_post_retry_failed_job', now()),
('purchase_plans', '0001_initial', now()),
('purchase_plans', '0002_buyer_moved', now()),
('purchase_plans', '0003_buying', now()),
('reviews', '0001_reviews', now()),
('reviews', '0002_told_figures', now()),
('rules', '0001_initial', now()),
('rules', '0002_reserved_lists_and_paper_days', now()),
('schemes', '0001_schemes', now()),
('schemes', '0002_revisions', now()),
('search', '0001_initial', now()),
('sessions', '0001_initial', now()),
('student_projects', '0001_college', now()),
('student_projects', '0002_projects', now()),
('student_projects', '0003_rounds', now()),
('student_projects', '0004_question_key', now()),
('student_projects', '0005_guardians_no', now()),
('student_projects', '0006_wrong_numbers', now()),
('targeted_notices', '0001_targeted_notices', now()),
('targeted_notices', '0002_owners_for_help', now()),
('tenders', '0001_initial', now()),
('tenders', '0002_buyer_moved', now()),
('tenders', '0003_reserved_lists_moved', now()),
('trainings', '0001_initial', now()),
('trainings', '0002_wishes', now()),
('trainings', '0003_one_calendar', now()),
('verification', '0001_initial', now()),
('verification', '0002_reasons', now()),
('verification', '0003_owners_read', now()),
('vocabulary', '0002_relations_and_unknown_words', now()),
('vocabulary', '0003_unknown_words_of_day', now()),
('vocabulary', '0004_categories_of_portals', now());

/** The declaration of tasks: models, nodes and their stake, tasks, results, verifications. */
import { Params } from "../../proto/gen/aegis/tasks/v1/params.ts";
import type { GenesisState } from "../../proto/gen/aegis/tasks/v1/genesis.ts";
import type { Module } from "../../app/module/module.ts";
import type { TasksDeps } from "./deps.ts";
import { drawAudits } from "./auditDraw.ts";
import { drawCommittees } from "./committeeRound.ts";
import { drawVerifiers } from "./draws.ts";
import { errors } from "./errors.ts";
import { allEvents } from "./events.ts";
import { runExits } from "./exits.ts";
import { genesisSpec } from "./genesis.ts";
import { invariantsOf } from "./invariants.ts";
import { type TasksKeeper, tasksKeeper } from "./keeper.ts";
import { addNodeLicenceMessage } from "./messages/addNodeLicence.ts";
import { addNodeStakeMessage } from "./messages/addNodeStake.ts";
import { commitResultMessage } from "./messages/commitResult.ts";
import { commitVerificationMessage } from "./messages/commitVerification.ts";
import { commitVoteMessage } from "./messages/commitVote.ts";
import { registerModelMessage } from "./messages/registerModel.ts";
import { registerNodeMessage } from "./messages/registerNode.ts";
import { removeNodeLicenceMessage } from "./messages/removeNodeLicence.ts";
import { revealFingerprintMessage } from "./messages/revealFingerprint.ts";
import { revealResultMessage } from "./messages/revealResult.ts";
import { revealVerificationMessage } from "./messages/revealVerification.ts";
import { revealVoteMessage } from "./messages/revealVote.ts";
import { setModelRewardMessage } from "./messages/setModelReward.ts";
import { submitStreamFraudMessage } from "./messages/submitStreamFraud.ts";
import { submitTaskMessage } from "./messages/submitTask.ts";
import { unregisterNodeMessage } from "./messages/unregisterNode.ts";
import { updateParamsMessage } from "./messages/updateParams.ts";
import { DEFAULT_PARAMS, validateParams } from "./params.ts";
import { drawQualifications, scheduleQualifications } from "./qualificationRounds.ts";
import { queries } from "./queries.ts";
import { startRounds } from "./start.ts";
import { schema } from "./state.ts";

/** Makes the module of what it depends on. */
export function tasksModule(deps: TasksDeps): Module<TasksKeeper, Params, GenesisState> {
  return {
    name: "tasks",
    version: 1,
    state: schema,
    params: { codec: Params, defaults: DEFAULT_PARAMS, validate: validateParams },
    genesis: genesisSpec(deps),
    messages: [
      registerModelMessage(deps),
      setModelRewardMessage(),
      registerNodeMessage(deps),
      unregisterNodeMessage(),
      addNodeStakeMessage(deps),
      addNodeLicenceMessage(deps),
      removeNodeLicenceMessage(deps),
      submitTaskMessage(deps),
      commitResultMessage(),
      revealResultMessage(deps),
      commitVerificationMessage(deps),
      commitVoteMessage(deps),
      revealVoteMessage(deps),
      revealFingerprintMessage(deps),
      revealVerificationMessage(deps),
      submitStreamFraudMessage(deps),
      updateParamsMessage(deps),
    ],
    queries,
    events: allEvents,
    errors,
    invariants: invariantsOf(deps),
    beginBlock: (ctx) => {
      drawQualifications(ctx);
      startRounds(ctx);
      drawVerifiers(ctx);
      drawAudits(ctx);
      drawCommittees(deps, ctx);
    },
    endBlock: (ctx) => {
      runExits(deps, ctx);
      scheduleQualifications(ctx);
      return [];
    },
    keeper: tasksKeeper(deps),
  };
}

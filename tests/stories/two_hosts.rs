//! Two programs on one data folder: one works, the other waits, asks, and takes over.

use crate::harness::{Serving, World, clock, eventually, free_port, run};
use leadbridge_engine::{
    api,
    types::{Empty, HostState},
};
use leadbridge_simulator::seed;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_second_waits_says_who_works_and_takes_over() {
    let world = World::new().await;
    world.configure(free_port());
    let first = Serving::start(&world);
    let second = world.engine(&clock()).await;
    second.start().await.expect("it starts");
    let host = async || api::status(&second, Empty {}).await.expect("a status").host;
    let HostState::Standby { holder } = host().await else { panic!("the folder is taken") };
    assert_eq!(holder, format!("leadbridge serve (process {})", first.id()));
    drop(first);
    eventually("the second takes over", async || host().await == HostState::Active).await;
    second.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_another_program_is_asked_is_done_by_the_one_that_works() {
    let world = World::new().await;
    world.configure(free_port());
    let serving = Serving::start(&world);
    world.iadvize.subscribe(&serving.address).expect("a subscription");
    let id = seed::conversations()[0].id().to_owned();
    world.iadvize.close(&id).expect("it is closed");
    eventually("it is sent", async || !world.crm.state().notes.is_empty()).await;
    let writes = world.crm.state().all_writes();
    let report = run(&mut world.program(&["push", &id, "--json"])).succeeds().json();
    assert_eq!(report["results"][0]["state"], "sent", "{report}");
    assert!(world.crm.state().all_writes() > writes, "it was sent again");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_another_program_a_command_does_the_work_itself() {
    let world = World::new().await;
    world.configure(free_port());
    let serving = Serving::start(&world);
    world.iadvize.subscribe(&serving.address).expect("a subscription");
    let id = seed::conversations()[0].id().to_owned();
    world.iadvize.close(&id).expect("it is closed");
    eventually("it is sent", async || !world.crm.state().notes.is_empty()).await;
    drop(serving);
    let report = run(&mut world.program(&["push", &id, "--json"])).succeeds().json();
    assert_eq!(report["results"][0]["state"], "sent", "{report}");
}
